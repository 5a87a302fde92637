package dev.recipe4j.runtime.data;

import java.util.List;

/** Training and validation images of a data set. */
public interface ImageData {
  Examples train();

  Examples validation();

  /** Names of the classes, class 0 first. */
  List<String> classNames();

  /** Where the images come from. */
  String description();
}
