package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After the first ones, a pass allocates nothing: neither on the heap nor native memory. */
class AllocationTest {
  private static final int PASSES = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(LeNetDescription.of(SmallNetworks.CLASSES), new Shape(1, 20, 20)),
        Arguments.of(SmallNetworks.resNet18(), new Shape(3, 16, 16)),
        Arguments.of(SmallNetworks.dropped(), SmallNetworks.INPUT),
        Arguments.of(
            new MobileNetV3Description(Size.SMALL, 0.35, NetworkStyle.PADDLE)
                .network(SmallNetworks.CLASSES),
            new Shape(3, 32, 32)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void nothingIsAllocated(Network network, Shape input) {
    try (Engine engine = new CompiledEngine(network, input, 1, ConvolutionAlgorithm.AUTO)) {
      engine.parameters().put(0, SmallNetworks.parameters(network, input));
      Minibatch batch = EnginePasses.batch(1, 4, input, SmallNetworks.CLASSES);
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct(4L * engine.classes());
      check("step", () -> engine.gradient(batch, gradient, logits));
      check("evaluation", () -> engine.logits(batch, logits));
    }
  }

  private static void check(String what, Runnable pass) {
    long allocated = 0;
    long pointers = 0;
    for (int i = 0; i < 2 * PASSES; i++) {
      if (i == PASSES) {
        pointers = Pointer.totalBytes();
        allocated = THREADS.getCurrentThreadAllocatedBytes();
      }
      pass.run();
    }
    assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - allocated, what + ": heap");
    assertEquals(pointers, Pointer.totalBytes(), what + ": native memory");
  }
}
