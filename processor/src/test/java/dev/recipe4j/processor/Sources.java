package dev.recipe4j.processor;

import java.util.Map;

/** Sources of recipes for tests: several types in one file, imports added. */
final class Sources {
  /** The file that holds the types. */
  static final String FILE = "com/acme/Recipes.java";

  /** What stands before the types. */
  static final String HEADER = "package com.acme;\nimport dev.recipe4j.*;\n";

  /** Everything but the header of a sound recipe. */
  static final String SOUND_PARTS =
      "@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)"
          + " @Momentum(0.9) @CosineDecay";

  /** A sound recipe, to stand beside others. */
  static final String SOUND = "@Recipe(epochs = 8) %s interface Sound {}\n".formatted(SOUND_PARTS);

  private Sources() {}

  /** One file of the package {@code com.acme} with all the given types. */
  static Map<String, String> of(String... types) {
    return Map.of(FILE, HEADER + String.join("\n", types));
  }
}
