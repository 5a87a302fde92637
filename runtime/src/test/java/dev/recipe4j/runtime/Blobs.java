package dev.recipe4j.runtime;

import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Synthetic images of three classes: noise with a bright spot whose place tells the class. */
public record Blobs(int trainSize, int validationSize) implements ImageData {
  static final int SIDE = 16;

  @Override
  public Examples train() {
    return new Spots(trainSize, 1);
  }

  @Override
  public Examples validation() {
    return new Spots(validationSize, 2);
  }

  @Override
  public int classes() {
    return 3;
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.of(List.of("left", "middle", "right"));
  }

  @Override
  public String description() {
    return "synthetic spots";
  }

  private record Spots(int size, long seed) implements Examples {
    @Override
    public int label(int i) {
      return i % 3;
    }

    @Override
    public Image image(int i) {
      Random random = new Random(seed * 1_000_003 + i);
      byte[] pixels = new byte[SIDE * SIDE];
      for (int at = 0; at < pixels.length; at++) {
        pixels[at] = (byte) random.nextInt(120);
      }
      int row = random.nextInt(SIDE - 4);
      int column = label(i) * 5 + random.nextInt(2);
      for (int y = row; y < row + 4; y++) {
        for (int x = column; x < column + 4; x++) {
          pixels[y * SIDE + x] = (byte) (180 + random.nextInt(75));
        }
      }
      return new Image(SIDE, SIDE, 1, pixels);
    }

    @Override
    public String name(int i) {
      return "spot " + i;
    }
  }
}
