package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a data set: SHA-256 over the class names in order, then for each part names
 * and contents in an order that does not depend on the file system. Every item is preceded by its
 * length, so that no two data sets give the same bytes; of a file goes in its own SHA-256. Names
 * are taken in Unicode's composed form (NFC): macOS may hand out an accented name decomposed.
 */
final class DataDigest {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = sha256();

  /** A digest that has taken in the class names, class 0 first; none if the data has no names. */
  DataDigest(List<String> classNames) {
    add("recipe4j data 1");
    add(Integer.toString(classNames.size()));
    classNames.forEach(this::add);
  }

  void add(String text) {
    add(Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
  }

  void add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /** {@code sha256:} and 64 digits. */
  String value() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of the content of a file. */
  static byte[] ofFile(Path file) {
    MessageDigest content = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        content.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new DataException("cannot read %s (%s); check its permissions".formatted(file, e), e);
    }
    return content.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
