package dev.recipe4j.runtime.weights;

/**
 * A tensor of ours as a publisher has it.
 *
 * @param name its name in the file
 * @param arrangement how its numbers lie there
 */
record PublishedTensor(String name, Arrangement arrangement) {}
