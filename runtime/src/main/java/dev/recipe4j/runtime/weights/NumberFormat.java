package dev.recipe4j.runtime.weights;

import java.nio.ByteBuffer;

/** How a floating-point number stands in a file. */
enum NumberFormat {
  F64(Double.BYTES),
  F32(Float.BYTES),
  /** IEEE 754 half precision. */
  F16(Short.BYTES),
  /** The upper half of a 32-bit float. */
  BF16(Short.BYTES);

  private static final int HALF_EXPONENT_BITS = 0x1f;
  private static final int HALF_FRACTION_BITS = 10;
  private static final int HALF_FRACTION = 0x3ff;
  private static final int HALF_BIAS = 15;
  private static final int FLOAT_BIAS = 127;
  private static final int FLOAT_FRACTION_BITS = 23;
  private static final int FLOAT_INFINITY = 0x7f800000;

  private final int bytes;

  NumberFormat(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** The number at the buffer's position, which moves behind it. */
  float next(ByteBuffer buffer) {
    return switch (this) {
      case F64 -> (float) buffer.getDouble();
      case F32 -> buffer.getFloat();
      case F16 -> half(buffer.getShort());
      case BF16 -> Float.intBitsToFloat(buffer.getShort() << Short.SIZE);
    };
  }

  /** Every half is exactly a float. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << Short.SIZE;
    int exponent = (bits >> HALF_FRACTION_BITS) & HALF_EXPONENT_BITS;
    int fraction = bits & HALF_FRACTION;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int shifted = fraction << (FLOAT_FRACTION_BITS - HALF_FRACTION_BITS);
    int magnitude =
        exponent == HALF_EXPONENT_BITS
            ? FLOAT_INFINITY | shifted
            : ((exponent - HALF_BIAS + FLOAT_BIAS) << FLOAT_FRACTION_BITS) | shifted;
    return Float.intBitsToFloat(sign | magnitude);
  }
}
