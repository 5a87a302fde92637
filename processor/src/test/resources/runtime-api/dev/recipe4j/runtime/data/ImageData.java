package dev.recipe4j.runtime.data;

public interface ImageData {}
