package dev.recipe4j.runtime.preflight;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Spots with other training images or labels. */
record ChangedData(Blobs blobs, IntFunction<Image> images, IntUnaryOperator labels)
    implements ImageData, Examples {
  static ChangedData withImages(Blobs blobs, IntFunction<Image> images) {
    return new ChangedData(blobs, images, blobs.train()::label);
  }

  static ChangedData withLabels(Blobs blobs, IntUnaryOperator labels) {
    return new ChangedData(blobs, blobs.train()::image, labels);
  }

  @Override
  public Examples train() {
    return this;
  }

  @Override
  public Examples validation() {
    return blobs.validation();
  }

  @Override
  public int classes() {
    return blobs.classes();
  }

  @Override
  public Optional<List<String>> classNames() {
    return blobs.classNames();
  }

  @Override
  public String description() {
    return "changed spots";
  }

  @Override
  public int size() {
    return blobs.train().size();
  }

  @Override
  public int label(int index) {
    return labels.applyAsInt(index);
  }

  @Override
  public Image image(int index) {
    return images.apply(index);
  }

  @Override
  public String name(int index) {
    return blobs.train().name(index);
  }
}
