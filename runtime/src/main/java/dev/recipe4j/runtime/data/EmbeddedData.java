package dev.recipe4j.runtime.data;

/**
 * A data set, or a part of one, that comes with the class path: found by {@link
 * java.util.ServiceLoader} and used by the command line where no other data is named.
 */
public interface EmbeddedData {
  /** The name in {@code @Dataset} of the recipes that it is for. */
  String dataset();

  /** Reads the data. */
  ImageData open();
}
