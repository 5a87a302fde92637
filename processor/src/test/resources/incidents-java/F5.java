// F5, PaddleDetection PR#6095, algorithmic-efficiency PR#267, easy-few-shot#137: a policy for bytes on normalised images
class PolicyOnNormalized {
  Object chain(ImageOperation policy) {
    return Decoded.images(3)
        .randomResizedCrop(224, 0.08, 1, 3.0 / 4, 4.0 / 3)
        .normalize(List.of(0.5), List.of(0.5))
        // error: cannot find symbol
        .policy(policy)
        .batched();
  }
}
