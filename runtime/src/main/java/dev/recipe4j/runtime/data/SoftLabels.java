package dev.recipe4j.runtime.data;

/** Every example has a distribution over the classes. Only a type: it has no instances. */
public final class SoftLabels implements Labels {
  private SoftLabels() {}
}
