package dev.recipe4j.runtime;

import dev.recipe4j.runtime.data.ImageData;

public record Training(Pipeline pipeline, ImageData data) {
  public static Training of(Pipeline pipeline, ImageData data) {
    return new Training(pipeline, data);
  }
}
