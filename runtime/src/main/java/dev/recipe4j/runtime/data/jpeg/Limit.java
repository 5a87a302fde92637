package dev.recipe4j.runtime.data.jpeg;

/** Saturation to 8 bits, without branches: the virtual machine vectorises no minimum. */
final class Limit {
  private static final int WHITE = 255;

  private Limit() {}

  /** Cuts off what lies outside 0 to 255, in place. */
  static void toByte(int[] samples, int count) {
    for (int i = 0; i < count; i++) {
      int room = WHITE - (samples[i] & ~(samples[i] >> 31));
      samples[i] = WHITE - (room & ~(room >> 31));
    }
  }
}
