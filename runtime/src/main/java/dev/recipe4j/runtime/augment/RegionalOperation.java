package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;

/** A step that needs a part of the image only; as the first of a chain it spares the decoding. */
interface RegionalOperation extends ImageOperation {
  /**
   * Does the same as {@code apply(image.whole().withChannels(channels), draw)}.
   *
   * @param channels 3 or 1
   */
  Image applyToStored(StoredImage image, int channels, Draw draw);
}
