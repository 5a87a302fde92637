package dev.recipe4j.runtime.data;

/** Labelled images by index. */
public interface Examples {
  /** How many there are. */
  int size();

  /** Class of an example. */
  int label(int i);

  /** Image of an example. */
  Image image(int i);

  /** Name of an example, for messages. */
  String name(int i);
}
