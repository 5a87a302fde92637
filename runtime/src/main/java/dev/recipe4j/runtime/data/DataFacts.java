package dev.recipe4j.runtime.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a data annotation says of a data set.
 *
 * @param classes number of classes
 * @param classNames their names, class 0 first; empty if the data has none
 * @param trainExamples training images that can be read
 * @param validationExamples validation images that can be read
 * @param imageSize side of the images in pixels, if all are squares of one size
 * @param smallestSide shortest side of any image in pixels
 * @param channels 1 if every image is grey, else 3
 * @param mean of each channel over all pixels of the training images, on the scale 0 to 1
 * @param std standard deviation of the same
 * @param fingerprint of the data; empty if there are faults, since the data must change
 * @param faults what is wrong with single files and classes, a line each
 */
public record DataFacts(
    int classes,
    List<String> classNames,
    int trainExamples,
    int validationExamples,
    OptionalInt imageSize,
    int smallestSide,
    int channels,
    List<Double> mean,
    List<Double> std,
    Optional<String> fingerprint,
    List<String> faults) {
  public DataFacts {
    classNames = List.copyOf(classNames);
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    faults = List.copyOf(faults);
  }
}
