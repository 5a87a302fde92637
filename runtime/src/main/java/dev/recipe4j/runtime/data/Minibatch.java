package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;

/**
 * Examples that go through the network together. The images stand in memory that is used again:
 * they are valid until the iterator that gave the batch is asked for the next one or closed.
 *
 * @param size number of examples, at least 1
 * @param shape shape of each image
 * @param images size x channels x height x width float32 in native byte order, off the heap; from
 *     element 0 to the limit
 * @param labels class of each example; belongs to the receiver
 */
// The array is handed over, not shared.
@SuppressWarnings("ArrayRecordComponent")
public record Minibatch(int size, Shape shape, FloatBuffer images, int[] labels) {}
