package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.runtime.data.EmbeddedData;
import dev.recipe4j.runtime.data.IdxFiles;
import dev.recipe4j.runtime.data.ImageData;

/**
 * A class-balanced part of Fashion-MNIST (Zalando Research, MIT): the first 1,200 training and 200
 * test images of each class.
 */
public final class FashionMnistSample implements EmbeddedData {
  @Override
  public String dataset() {
    return "fashion-mnist";
  }

  @Override
  public ImageData open() {
    return IdxFiles.of(
        "embedded part of Fashion-MNIST", FashionMnistSample.class::getResourceAsStream);
  }
}
