// F6, keras-cv#248, #427, kornia#4430: values of 0 to 1 where 0 to 255 were meant: here, normalised twice
class NormalizedTwice {
  Object chain() {
    return Decoded.images(3)
        .normalize(List.of(0.0), List.of(1.0))
        // error: cannot find symbol
        .normalize(List.of(0.5), List.of(0.5))
        .batched();
  }
}
