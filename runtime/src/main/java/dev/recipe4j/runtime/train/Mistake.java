package dev.recipe4j.runtime.train;

/**
 * A validation image whose class the network does not say.
 *
 * @param index of the image in its examples, from 0
 * @param name of the image
 * @param label its class
 * @param predicted the class with the highest logit
 * @param loss softmax cross-entropy in nats
 * @param labelProbability what the network gives its class, 0 to 1
 * @param predictedProbability what it gives the class that it says, 0 to 1
 */
public record Mistake(
    int index,
    String name,
    int label,
    int predicted,
    double loss,
    double labelProbability,
    double predictedProbability) {}
