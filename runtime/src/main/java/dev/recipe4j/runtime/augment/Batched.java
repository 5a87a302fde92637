package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Image;
import java.nio.FloatBuffer;

/** A finished chain, which writes an image into its place in a batch. */
public interface Batched<L extends Labels> {
  /** Processes an image into the given position of an NCHW batch. */
  void load(Image image, Draw draw, FloatBuffer batch, int position);

  /** Shape of every processed image, given the first. */
  Shape shape(Image first);
}
