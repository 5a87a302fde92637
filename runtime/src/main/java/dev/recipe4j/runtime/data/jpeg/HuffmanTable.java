package dev.recipe4j.runtime.data.jpeg;

/**
 * The codes of a table, looked up by the next ten bits; few codes are longer.
 *
 * @see "ITU-T T.81, annexes C and F.2.2"
 */
final class HuffmanTable {
  static final int LOOKED_AT = 10;
  private static final int LONGEST = 16;

  /** Advance that ends a block; more than any run can reach. */
  static final int END_OF_BLOCK = 128;

  /** Length of the code in the low 8 bits, its symbol above; 0 if the code is longer. */
  final int[] symbols = new int[1 << LOOKED_AT];

  /**
   * Where the code and the bits of its coefficient are among the ten: their length, the run of
   * zeros before it in the next 8 bits, the coefficient in the upper 16; otherwise 0.
   */
  final int[] coefficients = new int[1 << LOOKED_AT];

  /**
   * What a code of a coefficient that is not wanted takes: bits of code and coefficient in the low
   * 8 bits, positions above; 0 if the code is longer.
   */
  final int[] skips = new int[1 << LOOKED_AT];

  /** A table without codes. */
  static final HuffmanTable NONE = new HuffmanTable();

  private final int[] values;
  private final int[] lastCode = new int[LONGEST + 1];
  private final int[] offset = new int[LONGEST + 1];

  private HuffmanTable() {
    values = new int[0];
  }

  /**
   * Builds the codes.
   *
   * @param counts number of codes of each length, 1 to 16
   * @param values symbols in the order of their codes
   * @throws JpegException if there are more codes of a length than fit
   */
  HuffmanTable(int[] counts, int[] values) throws JpegException {
    this.values = values;
    int code = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offset[length] = at - code;
      for (int i = 0; i < counts[length]; i++, code++, at++) {
        if (code >= 1 << length) {
          throw new JpegException("damaged: too many codes in a Huffman table");
        }
        if (length <= LOOKED_AT) {
          fill(code, length, values[at]);
        }
      }
      lastCode[length] = counts[length] == 0 ? -1 : code - 1;
      code <<= 1;
    }
  }

  private void fill(int code, int length, int symbol) {
    int free = LOOKED_AT - length;
    int run = symbol >> 4;
    int size = symbol & 0xf;
    int advance = size == 0 && run < 0xf ? END_OF_BLOCK : run + 1;
    for (int rest = 0; rest < 1 << free; rest++) {
      int index = code << free | rest;
      symbols[index] = symbol << 8 | length;
      skips[index] = advance << 8 | length + size;
      if (size > 0 && size <= free) {
        int value = extend(rest >> (free - size), size);
        coefficients[index] = value << 16 | run << 8 | length + size;
      }
    }
  }

  /** The value that so many bits stand for. */
  static int extend(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /**
   * The symbol of a code of more than ten bits, and its length.
   *
   * @param next the next 16 bits
   * @return as in {@link #symbols}
   * @throws JpegException if no code begins so
   */
  int longSymbol(int next) throws JpegException {
    for (int length = LOOKED_AT + 1; length <= LONGEST; length++) {
      int code = next >>> (LONGEST - length);
      if (code <= lastCode[length] && code + offset[length] >= 0) {
        return values[code + offset[length]] << 8 | length;
      }
    }
    throw new JpegException("damaged: a code that is in no Huffman table");
  }
}
