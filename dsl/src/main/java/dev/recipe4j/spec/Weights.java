package dev.recipe4j.spec;

/**
 * Published weights: what their marker type declares.
 *
 * @param name name of the marker type with its package
 * @param model the network that they belong to
 * @param classes number of classes of their classifier, at least 2
 * @param channels colour channels that the network takes: 1 or 3
 * @param normalize the normalisation that they were trained with
 * @param checksum of the file: {@code sha256:} or {@code md5:} and its hexadecimal digits
 * @param origin where the file was published
 * @see dev.recipe4j.Weights
 */
public record Weights(
    String name,
    Model model,
    int classes,
    int channels,
    Normalize normalize,
    String checksum,
    String origin) {}
