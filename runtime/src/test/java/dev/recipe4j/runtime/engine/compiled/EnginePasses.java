package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * What an engine computes from given parameters: evaluation, and then a training pass.
 *
 * @param evaluated logits of evaluation
 * @param loss mean loss of the training pass
 * @param trained logits of the training pass
 * @param gradient of the mean loss
 * @param after parameters and running statistics after the training pass
 */
// Compared by its own methods alone.
@SuppressWarnings("ArrayRecordComponent")
record EnginePasses(
    float[] evaluated, double loss, float[] trained, float[] gradient, float[] after) {

  static final long SEED = 11;
  static final long UPDATE = 3;

  /** Runs both passes. */
  static EnginePasses of(Engine engine, float[] parameters, Minibatch batch) {
    engine.parameters().put(0, parameters);
    FloatBuffer evaluated = FloatBuffers.direct((long) batch.size() * engine.classes());
    engine.logits(batch, evaluated);
    return trained(engine, batch, evaluated);
  }

  private static EnginePasses trained(Engine engine, Minibatch batch, FloatBuffer evaluated) {
    FloatBuffer trained = FloatBuffers.direct(evaluated.capacity());
    FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
    // Everything must be written.
    for (int i = 0; i < gradient.capacity(); i++) {
      gradient.put(i, Float.NaN);
    }
    engine.beginUpdate(SEED, UPDATE);
    double loss = engine.gradient(batch, gradient, trained);
    return new EnginePasses(
        floats(evaluated), loss, floats(trained), floats(gradient), floats(engine.parameters()));
  }

  static float[] floats(FloatBuffer buffer) {
    float[] floats = new float[buffer.capacity()];
    buffer.get(0, floats);
    return floats;
  }

  /** Normally distributed pixels, and every class in turn. */
  static Minibatch batch(long seed, int size, Shape shape, int classes) {
    Random random = new Random(seed);
    FloatBuffer images = FloatBuffers.direct(size * shape.size());
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, (float) random.nextGaussian());
    }
    int[] labels = new int[size];
    Arrays.setAll(labels, i -> i % classes);
    return new Minibatch(size, shape, images, labels);
  }

  /** Fails if a bit differs. */
  void assertSame(EnginePasses other, String what) {
    assertArrayEquals(evaluated, other.evaluated, what + ": evaluation");
    assertEquals(loss, other.loss, what + ": loss");
    assertArrayEquals(trained, other.trained, what + ": training logits");
    assertArrayEquals(gradient, other.gradient, what + ": gradient");
    assertArrayEquals(after, other.after, what + ": running statistics");
  }

  /**
   * Fails if anything differs by more than a share of its scale: of the largest logit, of the root
   * mean square of a gradient tensor, of the largest running statistic of a layer. A gradient that
   * is mathematically 0, as that of a bias before a batch normalisation, has only rounding: a bias
   * has the scale of the weights beside it if that is larger, and no scale is smaller than a
   * twentieth of that of the whole gradient.
   */
  void assertClose(EnginePasses exact, Engine engine, double tolerance, String what) {
    close(exact.evaluated, evaluated, 0, evaluated.length, tolerance, what + ": evaluation");
    assertEquals(exact.loss, loss, tolerance * Math.max(1, exact.loss), what + ": loss");
    close(exact.trained, trained, 0, trained.length, tolerance, what + ": training logits");
    double whole = rms(exact.gradient, 0, exact.gradient.length);
    for (Entry entry : engine.layout().entries()) {
      int from = Math.toIntExact(entry.offset());
      int to = Math.toIntExact(entry.end());
      String tensor = "%s: %s of %s".formatted(what, entry.tensor().kind(), entry.layer());
      if (entry.tensor().kind().isTrained()) {
        double scale = Math.max(scale(exact.gradient, engine, entry), whole / 20);
        close(exact.gradient, gradient, from, to, tolerance, scale, tensor);
        assertArrayEquals(
            Arrays.copyOfRange(exact.after, from, to), Arrays.copyOfRange(after, from, to), tensor);
      } else {
        close(exact.gradient, gradient, from, to, 0, 1, tensor);
        close(exact.after, after, from, to, tolerance, tensor);
      }
    }
  }

  private static double scale(float[] gradient, Engine engine, Entry tensor) {
    return engine.layout().entries().stream()
        .filter(entry -> entry.layer().equals(tensor.layer()))
        .filter(entry -> entry.equals(tensor) || tensor.tensor().kind() == Kind.BIAS)
        .mapToDouble(
            entry -> rms(gradient, Math.toIntExact(entry.offset()), Math.toIntExact(entry.end())))
        .max()
        .orElseThrow();
  }

  private static void close(
      float[] expected, float[] actual, int from, int to, double tolerance, String what) {
    double scale = 1e-3;
    for (int i = from; i < to; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
    }
    close(expected, actual, from, to, tolerance, scale, what);
  }

  private static void close(
      float[] expected,
      float[] actual,
      int from,
      int to,
      double tolerance,
      double scale,
      String what) {
    for (int i = from; i < to; i++) {
      double difference = Math.abs((double) expected[i] - actual[i]);
      int at = i - from;
      assertTrue(
          difference <= tolerance * scale,
          () ->
              "%s, element %d of %d: %s, expected %s; difference %.1e of the scale"
                  .formatted(
                      what,
                      at,
                      to - from,
                      actual[from + at],
                      expected[from + at],
                      difference / scale));
    }
  }

  private static double rms(float[] values, int from, int to) {
    double square = 0;
    for (int i = from; i < to; i++) {
      square += (double) values[i] * values[i];
    }
    return Math.sqrt(square / Math.max(1, to - from));
  }
}
