package dev.recipe4j.runtime.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files: sample j of image i is i + j, its label i modulo the number of classes. */
final class IdxBytes {
  private IdxBytes() {}

  static byte[] images(int count, int height, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int header : new int[] {0x0803, count, height, width}) {
      out.writeInt(header);
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < height * width; j++) {
        out.writeByte(i + j);
      }
    }
    return bytes.toByteArray();
  }

  static byte[] labels(int count, int classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0801);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeByte(i % classes);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  static byte[] cut(byte[] content, int length) {
    return Arrays.copyOf(content, length);
  }

  /** Six training and three validation images of 2x3 in three classes. */
  static void write(Path directory) throws IOException {
    Files.write(directory.resolve("train-images-idx3-ubyte"), images(6, 2, 3));
    Files.write(directory.resolve("train-labels-idx1-ubyte"), labels(6, 3));
    Files.write(directory.resolve("t10k-images-idx3-ubyte.gz"), gzip(images(3, 2, 3)));
    Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), gzip(labels(3, 3)));
  }
}
