package dev.recipe4j.runtime.data;

/**
 * Pixels of an image, row by row, channels interleaved.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 or 3
 * @param pixels unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Image(int height, int width, int channels, byte[] pixels) {}
