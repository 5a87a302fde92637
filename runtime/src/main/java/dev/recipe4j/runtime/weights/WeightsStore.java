package dev.recipe4j.runtime.weights;

import dev.recipe4j.declaration.Names;
import dev.recipe4j.spec.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in which published weights are kept and looked for: {@code ~/.recipe4j/weights}, or
 * what the system property {@code recipe4j.weights} names. Nothing is downloaded unless it is asked
 * for.
 *
 * @param directory need not exist
 */
public record WeightsStore(Path directory) {
  private static final String PROPERTY = "recipe4j.weights";
  private static final int DIGITS = 8;
  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,16})(?:[?#].*)?$");

  /** The store of this user. */
  public static WeightsStore ofUser() {
    String named = System.getProperty(PROPERTY);
    return new WeightsStore(
        named == null
            ? Path.of(System.getProperty("user.home"), ".recipe4j", "weights")
            : Path.of(named));
  }

  /** The name of weights as people write it: that of their marker type without its package. */
  public static String name(Weights weights) {
    return Names.simple(weights.name());
  }

  /** Where the file of weights belongs: {@code Name-dc1ff623.h5}. */
  public Path file(Weights weights) {
    Matcher extension = EXTENSION.matcher(weights.origin());
    String digits = published(weights).digits();
    return directory.resolve(
        "%s-%s.%s"
            .formatted(
                name(weights),
                digits.substring(0, Math.min(DIGITS, digits.length())),
                extension.find() ? extension.group(1) : "weights"));
  }

  /** Whether the file is there and is the published one. */
  public boolean has(Weights weights) {
    return Files.isRegularFile(file(weights)) && isGenuine(weights, file(weights));
  }

  /**
   * The file of weights, which has the published checksum.
   *
   * @throws WeightsException if it is missing, saying where it was published and how to get it, or
   *     has another checksum
   */
  public Path find(Weights weights) {
    Path file = file(weights);
    if (!Files.isRegularFile(file)) {
      throw new WeightsException(
          "the weights %s are not at %s: get them with 'recipe4j weights fetch %s' from %s, or name their file with --weights FILE"
              .formatted(name(weights), file, name(weights), weights.origin()));
    }
    return verified(weights, file);
  }

  /**
   * A file that has the published checksum.
   *
   * @throws WeightsException if it is missing or has another
   */
  public static Path verified(Weights weights, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WeightsException(
          "there is no file %s of the weights %s; check the spelling"
              .formatted(file, name(weights)));
    }
    if (!isGenuine(weights, file)) {
      throw otherChecksum(weights, file);
    }
    return file;
  }

  static WeightsException otherChecksum(Weights weights, Path file) {
    return new WeightsException(
        "%s is not the file of the weights %s: its checksum is %s, published is %s; get it again from %s"
            .formatted(
                file,
                name(weights),
                published(weights).algorithm().checksum(file),
                published(weights),
                weights.origin()));
  }

  static boolean isGenuine(Weights weights, Path file) {
    return published(weights).isOf(file);
  }

  private static Checksum published(Weights weights) {
    return Checksum.parse(weights.checksum());
  }
}
