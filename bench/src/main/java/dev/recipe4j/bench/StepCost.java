package dev.recipe4j.bench;

/**
 * What a training step costs.
 *
 * @param cpuSeconds of all threads of the process
 * @param wallSeconds on the clock
 */
record StepCost(double cpuSeconds, double wallSeconds) {}
