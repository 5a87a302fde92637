package dev.recipe4j.runtime.augment;

public record Normalized(String stages) {
  public Batched<HardLabels> batched() {
    return new Batched<>(stages + " batched");
  }
}
