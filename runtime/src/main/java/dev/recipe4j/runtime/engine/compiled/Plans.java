package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The plans that were used last, one for each size of batch and shape of images. */
final class Plans<P extends AutoCloseable> {
  /** A full batch, the smaller last one, a shard and its smaller last one. */
  private static final int MOST = 4;

  private final Compiler<P> compiler;
  private final Map<Size, P> plans = new LinkedHashMap<>(MOST, 0.75f, true);
  private @Nullable Size newest;
  private @Nullable P newestPlan;

  /** Makes a plan. */
  interface Compiler<P> {
    P compile(int batch, Shape shape);
  }

  private record Size(int batch, Shape shape) {}

  Plans(Compiler<P> compiler) {
    this.compiler = compiler;
  }

  /**
   * The plan for a batch; allocates nothing where it is that of the call before.
   *
   * @throws EngineException if there is too little memory; says which batch would fit
   */
  P get(int batch, Shape shape) {
    if (newest == null || newest.batch != batch || !newest.shape.equals(shape)) {
      Size size = new Size(batch, shape);
      // Before the size: a size that is refused must be refused again.
      newestPlan = find(size);
      newest = size;
    }
    return Objects.requireNonNull(newestPlan);
  }

  private P find(Size size) {
    P known = plans.get(size);
    if (known != null) {
      return known;
    }
    if (plans.size() == MOST) {
      Map.Entry<Size, P> oldest = plans.entrySet().iterator().next();
      plans.remove(oldest.getKey());
      close(oldest.getValue());
    }
    P plan = compile(size);
    plans.put(size, plan);
    return plan;
  }

  private P compile(Size size) {
    try {
      return compiler.compile(size.batch, size.shape);
    } catch (OutOfNativeMemoryException e) {
      // Memory grows with the batch.
      long fitting = size.batch * e.free() / e.needed();
      throw new EngineException(
          "a batch of %d images of %s needs %d MB of memory, of which %d MB are free: %s"
              .formatted(
                  size.batch,
                  size.shape,
                  e.needed() >> 20,
                  e.free() >> 20,
                  fitting > 0
                      ? "a batch of %d would fit".formatted(fitting)
                      : "not even a batch of 1 would fit"));
    }
  }

  /** Hands over each plan and its size of batch. */
  void each(ObjIntConsumer<P> action) {
    plans.forEach((size, plan) -> action.accept(plan, size.batch));
  }

  void close() {
    plans.values().forEach(Plans::close);
    plans.clear();
    newest = null;
    newestPlan = null;
  }

  private static void close(AutoCloseable plan) {
    try {
      plan.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
