package dev.recipe4j.runtime.engine.onednn;

import static dev.recipe4j.runtime.engine.onednn.OneDnn.check;
import static org.bytedeco.dnnl.global.dnnl.dnnl_Abcde16a;
import static org.bytedeco.dnnl.global.dnnl.dnnl_Abcde8a;
import static org.bytedeco.dnnl.global.dnnl.dnnl_aBcd16b;
import static org.bytedeco.dnnl.global.dnnl.dnnl_aBcd8b;
import static org.bytedeco.dnnl.global.dnnl.dnnl_abcd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_blocked;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_equal;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_init_by_strides;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_init_by_tag;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.javacpp.Pointer;

/**
 * Sizes of a tensor of 32-bit floats and how its elements lie in memory. Activations are batch x
 * channels x height x width, mostly with 8 or 16 channels as the innermost block.
 */
public final class Format {
  private static final int TYPE = dnnl_f32;

  private final dnnl_memory_desc_t description;
  private final long[] sizes;

  private Format(dnnl_memory_desc_t description) {
    this.description = description;
    this.sizes = new long[description.ndims()];
    description.dims().get(sizes);
  }

  /** A copy of a description that belongs to oneDNN. */
  static Format copy(dnnl_memory_desc_t description) {
    dnnl_memory_desc_t copy = new dnnl_memory_desc_t();
    Pointer.memcpy(copy, description, Pointer.sizeof(dnnl_memory_desc_t.class));
    return new Format(copy);
  }

  /** Elements in the order of the sizes, the last one fastest. */
  public static Format rowMajor(long... sizes) {
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= sizes[i];
    }
    dnnl_memory_desc_t description = new dnnl_memory_desc_t();
    check(
        dnnl_memory_desc_init_by_strides(description, sizes.length, sizes, TYPE, strides),
        "a tensor of " + Arrays.toString(sizes));
    return new Format(description);
  }

  /** Any order of elements: a primitive chooses. */
  public static Format any(long... sizes) {
    return tagged(dnnl_format_tag_any, sizes);
  }

  private static Format tagged(int tag, long... sizes) {
    dnnl_memory_desc_t description = new dnnl_memory_desc_t();
    check(
        dnnl_memory_desc_init_by_tag(description, sizes.length, sizes, TYPE, tag),
        "a tensor of " + Arrays.toString(sizes));
    return new Format(description);
  }

  /** Sizes of the dimensions. */
  public long[] sizes() {
    return sizes.clone();
  }

  /** Size of one dimension. */
  public long size(int dimension) {
    return sizes[dimension];
  }

  /** Number of elements without padding. */
  public long elements() {
    return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
  }

  /** Memory that it takes, with the padding of its blocks. */
  public long bytes() {
    return dnnl_memory_desc_get_size(description);
  }

  /** Whether it takes no memory: oneDNN's answer where a primitive needs none of a kind. */
  public boolean isEmpty() {
    return sizes.length == 0;
  }

  /** Elements in row-major order of the same sizes. */
  public Format rowMajor() {
    return rowMajor(sizes);
  }

  /** Any order of the same sizes. */
  public Format any() {
    return any(sizes);
  }

  /** Whether it is in blocks of channels, or channel by channel. */
  public boolean isByChannel() {
    return channelBlock() > 0;
  }

  /**
   * Feature maps of a batch as the maps of one example: the same memory, batch x channels with
   * their padding as channels.
   *
   * @throws OneDnnException if channels are not the outer order
   */
  public Format asOneExample() {
    return withSizes(1, size(0) * paddedChannels(), size(2), size(3));
  }

  /** Feature maps whose padding counts as channels: the same memory without padding. */
  public Format withPaddingAsChannels() {
    return channelBlock() > 1 ? withSizes(size(0), paddedChannels(), size(2), size(3)) : this;
  }

  /**
   * The kernels of a depthwise convolution in blocks of the same number of channels. Of maps that
   * are seen as one example and of kernels as large as the maps, memory is the same.
   *
   * @throws OneDnnException if channels are not the outer order
   */
  public Format depthwiseKernels(long channels, long rows, long columns) {
    return switch (channelBlock()) {
      case 1 -> rowMajor(channels, 1, 1, rows, columns);
      case 8 -> tagged(dnnl_Abcde8a, channels, 1, 1, rows, columns);
      case 16 -> tagged(dnnl_Abcde16a, channels, 1, 1, rows, columns);
      default -> throw new OneDnnException(this + " is not by channels");
    };
  }

  /** Channels with those that only fill the last block. */
  public long paddedChannels() {
    return description.padded_dims().get(1);
  }

  /**
   * Feature maps of other sizes in blocks of the same number of channels.
   *
   * @throws OneDnnException if channels are not the outer order
   */
  public Format withSizes(long... others) {
    return switch (channelBlock()) {
      case 1 -> tagged(dnnl_abcd, others);
      case 8 -> tagged(dnnl_aBcd8b, others);
      case 16 -> tagged(dnnl_aBcd16b, others);
      default -> throw new OneDnnException(this + " is not by channels");
    };
  }

  /** Channels of the innermost block, 1 for row-major order, 0 for other orders. */
  private int channelBlock() {
    if (sizes.length != 4 || description.format_kind() != dnnl_blocked) {
      return 0;
    }
    if (equals(tagged(dnnl_abcd, sizes))) {
      return 1;
    }
    if (equals(tagged(dnnl_aBcd8b, sizes))) {
      return 8;
    }
    return equals(tagged(dnnl_aBcd16b, sizes)) ? 16 : 0;
  }

  dnnl_memory_desc_t description() {
    return description;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Format format
        && Arrays.equals(sizes, format.sizes)
        && dnnl_memory_desc_equal(description, format.description) != 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return Arrays.toString(sizes);
  }
}
