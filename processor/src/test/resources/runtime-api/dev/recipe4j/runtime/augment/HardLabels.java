package dev.recipe4j.runtime.augment;

public final class HardLabels {
  private HardLabels() {}
}
