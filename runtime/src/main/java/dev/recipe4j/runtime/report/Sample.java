package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.data.Image;
import java.util.List;

/**
 * A training image and what its training makes of it.
 *
 * @param title its name and class
 * @param pictures after each step
 */
public record Sample(String title, List<Picture> pictures) {
  /** An image with what is written below it. */
  public record Picture(String caption, Image image) {}

  public Sample {
    pictures = List.copyOf(pictures);
  }
}
