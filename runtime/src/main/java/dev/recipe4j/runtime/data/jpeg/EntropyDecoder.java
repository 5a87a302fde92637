package dev.recipe4j.runtime.data.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the coefficients of blocks, or passes over them. For use by one thread.
 *
 * @see "ITU-T T.81, annex F.2.2: Huffman decoding"
 */
final class EntropyDecoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final int MARKER = 0xff;
  private static final int FIRST_RESTART = 0xd0;
  private static final int RESTARTS = 8;
  private static final int BLOCK = 64;
  private static final int LOOK_SHIFT = Long.SIZE - HuffmanTable.LOOKED_AT;

  /** A code of 16 bits and a coefficient of 15 can be read without looking for more. */
  private static final int ENOUGH = 32;

  private byte[] bytes = {};
  private int at;

  // The next bits, from the top; what lies below the number of bits is read again.
  private long buffer;
  private int bits;
  // Zeros behind the end of the data or before a marker.
  private int invented;

  void start(byte[] file, int scan) {
    bytes = file;
    at = scan;
    empty();
  }

  private void empty() {
    buffer = 0;
    bits = 0;
    invented = 0;
  }

  /** Where the bytes that are not yet looked at begin. */
  int position() {
    return at;
  }

  private void refill() {
    if (at + Long.BYTES <= bytes.length) {
      long next = (long) LONGS.get(bytes, at);
      long inverse = ~next;
      if (((inverse - LOW_BITS) & next & HIGH_BITS) == 0) {
        // No byte is 0xff.
        buffer |= next >>> bits;
        int taken = (Long.SIZE - bits) >> 3;
        at += taken;
        bits += taken << 3;
        return;
      }
    }
    while (bits <= Long.SIZE - Byte.SIZE) {
      long next = 0;
      if (isData()) {
        next = bytes[at] & 0xff;
        at += next == MARKER ? 2 : 1;
      } else {
        invented += Byte.SIZE;
      }
      buffer |= next << (Long.SIZE - Byte.SIZE - bits);
      bits += Byte.SIZE;
    }
  }

  private boolean isData() {
    return at < bytes.length
        && ((bytes[at] & 0xff) != MARKER || (at + 1 < bytes.length && bytes[at + 1] == 0));
  }

  /**
   * Throws if more was read than there is.
   *
   * @throws JpegException if the data ended early
   */
  void requireData() throws JpegException {
    if (bits < invented) {
      throw new JpegException("cut short, or damaged");
    }
  }

  /**
   * Passes over a restart marker.
   *
   * @param number of the restart, from 0
   * @throws JpegException if it is not there
   */
  void restart(int number) throws JpegException {
    requireData();
    // Whole bytes that were read ahead would be data before the marker: there are none.
    int marker = at;
    while (marker + 1 < bytes.length
        && (bytes[marker] & 0xff) == MARKER
        && (bytes[marker + 1] & 0xff) == MARKER) {
      marker++;
    }
    if (marker + 1 >= bytes.length
        || (bytes[marker] & 0xff) != MARKER
        || (bytes[marker + 1] & 0xff) != FIRST_RESTART + number % RESTARTS) {
      throw new JpegException("damaged: no restart marker where one belongs");
    }
    at = marker + 2;
    empty();
  }

  private int symbol(HuffmanTable table) throws JpegException {
    int found = table.symbols[(int) (buffer >>> LOOK_SHIFT)];
    if (found == 0) {
      found = table.longSymbol((int) (buffer >>> (Long.SIZE - Short.SIZE)));
    }
    take(found & 0xff);
    return found >> 8;
  }

  private void take(int count) {
    buffer <<= count;
    bits -= count;
  }

  private int value(int size) {
    if (size == 0) {
      return 0;
    }
    int raw = (int) (buffer >>> (Long.SIZE - size));
    take(size);
    return HuffmanTable.extend(raw, size);
  }

  /**
   * Reads how far the mean of a block is from that of the block before.
   *
   * @throws JpegException if no code is there
   */
  int difference(HuffmanTable table) throws JpegException {
    refillIfLow();
    int size = symbol(table);
    if (size > Short.SIZE - 1) {
      throw new JpegException("damaged: a coefficient of %d bits".formatted(size));
    }
    return value(size);
  }

  private void refillIfLow() {
    if (bits < ENOUGH) {
      refill();
    }
  }

  /**
   * Reads the coefficients of a block but the first.
   *
   * @param quantization factors in the order of the file
   * @param block takes the products at their places, rows x columns; must be zero
   * @return position in the order of the file of the last that is not 0; 0 if there is none
   * @throws JpegException if they do not make a block
   */
  int coefficients(HuffmanTable table, int[] quantization, int[] block) throws JpegException {
    int[] found = table.coefficients;
    int last = 0;
    int position = 1;
    while (position < BLOCK) {
      refillIfLow();
      int whole = found[(int) (buffer >>> LOOK_SHIFT)];
      int value;
      if (whole != 0) {
        take(whole & 0xff);
        position += whole >> 8 & 0xff;
        value = whole >> 16;
      } else {
        int symbol = symbol(table);
        int size = symbol & 0xf;
        if (size == 0) {
          if (symbol != 0xf0) {
            return last;
          }
          position += 16;
          continue;
        }
        position += symbol >> 4;
        value = value(size);
      }
      if (position >= BLOCK) {
        throw tooMany();
      }
      block[Quantization.place(position)] = value * quantization[position];
      last = position++;
    }
    return requireBlock(position, last);
  }

  private static int requireBlock(int position, int last) throws JpegException {
    if (position > BLOCK) {
      throw tooMany();
    }
    return last;
  }

  /**
   * Passes over the coefficients of a block but the first.
   *
   * @throws JpegException if they do not make a block
   */
  void skip(HuffmanTable table) throws JpegException {
    int[] skips = table.skips;
    int position = 1;
    while (position < BLOCK) {
      refillIfLow();
      int whole = skips[(int) (buffer >>> LOOK_SHIFT)];
      if (whole != 0) {
        take(whole & 0xff);
        position += whole >> 8;
      } else {
        int symbol = symbol(table);
        int size = symbol & 0xf;
        take(size);
        position += size == 0 && symbol != 0xf0 ? HuffmanTable.END_OF_BLOCK : (symbol >> 4) + 1;
      }
    }
    if (position > BLOCK && position < HuffmanTable.END_OF_BLOCK) {
      throw tooMany();
    }
  }

  private static JpegException tooMany() {
    return new JpegException("damaged: a block of more than 64 coefficients");
  }
}
