package dev.recipe4j.schedule;

/**
 * How long a schedule lasts.
 *
 * @param updatesPerEpoch optimiser updates in one epoch, at least 1
 * @param updates optimiser updates from the start of the schedule to the end of training; a
 *     fraction if the warm-up lasts a fraction of an epoch
 */
public record Horizon(long updatesPerEpoch, double updates) {}
