package dev.recipe4j.runtime.train;

import java.util.OptionalDouble;

/**
 * What a network achieves on some examples.
 *
 * @param loss mean softmax cross-entropy in nats
 * @param top1 share of examples whose class has the highest logit, 0 to 1
 * @param top5 share of examples whose class is among the five highest, 0 to 1; empty where there
 *     are no more than five classes
 */
public record Metrics(double loss, double top1, OptionalDouble top5) {}
