package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;

/**
 * Images ready for a network.
 *
 * @param size number of examples
 * @param shape of one example
 * @param images direct buffer in native order, NCHW
 * @param labels class of each example
 */
@SuppressWarnings("ArrayRecordComponent")
public record Minibatch(int size, Shape shape, FloatBuffer images, int[] labels) {}
