package dev.recipe4j.runtime.data;

/**
 * The kind of the labels that a chain gives, as a type: a loss that takes only hard labels does not
 * compile with a chain that mixes them.
 */
public sealed interface Labels permits HardLabels, SoftLabels {}
