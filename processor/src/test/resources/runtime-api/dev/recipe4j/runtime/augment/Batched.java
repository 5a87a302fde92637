package dev.recipe4j.runtime.augment;

public record Batched<L>(String stages) {}
