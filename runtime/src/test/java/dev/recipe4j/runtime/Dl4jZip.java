package dev.recipe4j.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips with the entries that DL4J writes, whatever is in them. */
public final class Dl4jZip {
  private Dl4jZip() {}

  /** A zip of a configuration and its coefficients. */
  public static byte[] of(byte[] configuration, byte[] coefficients) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("configuration.json"));
      zip.write(configuration);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      zip.write(coefficients);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
