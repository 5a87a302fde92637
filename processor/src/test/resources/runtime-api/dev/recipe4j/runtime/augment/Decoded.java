package dev.recipe4j.runtime.augment;

import java.util.Arrays;
import java.util.List;

public record Decoded(String stages) {
  public static Decoded images(int channels) {
    return new Decoded("images(" + channels + ")");
  }

  public Decoded randomResizedCrop(
      int size, double minScale, double maxScale, double minRatio, double maxRatio) {
    return with("randomResizedCrop", size, minScale, maxScale, minRatio, maxRatio);
  }

  public Decoded padAndCrop(int pad) {
    return with("padAndCrop", pad);
  }

  public Decoded resizeTo(int size) {
    return with("resizeTo", size);
  }

  public Decoded evaluationCrop(int resize, int crop) {
    return with("evaluationCrop", resize, crop);
  }

  public Decoded randomFlip(double probability) {
    return with("randomFlip", probability);
  }

  public Normalized normalize(List<Double> mean, List<Double> std) {
    return new Normalized(with("normalize", mean, std).stages());
  }

  private Decoded with(String stage, Object... values) {
    return new Decoded(stages + " " + stage + Arrays.asList(values));
  }
}
