package dev.recipe4j.runtime.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A checksum of a file, written {@code sha256:...} or {@code md5:...}.
 *
 * @param digits hexadecimal, in small letters
 */
record Checksum(Algorithm algorithm, String digits) {
  private static final int BUFFER = 1 << 16;

  /** How it is computed. */
  enum Algorithm {
    SHA256("SHA-256"),
    /** Some publishers give no other. */
    MD5("MD5");

    private final String standardName;

    Algorithm(String standardName) {
      this.standardName = standardName;
    }

    /**
     * The checksum of a file.
     *
     * @throws WeightsException if it cannot be read
     */
    Checksum checksum(Path file) {
      byte[] buffer = new byte[BUFFER];
      try (InputStream in = Files.newInputStream(file)) {
        MessageDigest digest = MessageDigest.getInstance(standardName);
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
        return new Checksum(this, HexFormat.of().formatHex(digest.digest()));
      } catch (IOException e) {
        throw WeightsFile.unreadable(file, e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * A checksum as weights declare it.
   *
   * @throws IllegalArgumentException if its algorithm is another
   */
  static Checksum parse(String text) {
    int colon = text.indexOf(':');
    return new Checksum(
        Algorithm.valueOf(text.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT)),
        text.substring(colon + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether a file has it. */
  boolean isOf(Path file) {
    return equals(algorithm.checksum(file));
  }

  @Override
  public String toString() {
    return algorithm.name().toLowerCase(Locale.ROOT) + ":" + digits;
  }
}
