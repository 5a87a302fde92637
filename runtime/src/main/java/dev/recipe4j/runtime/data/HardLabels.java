package dev.recipe4j.runtime.data;

/** Every example belongs to one class. Only a type: it has no instances. */
public final class HardLabels implements Labels {
  private HardLabels() {}
}
