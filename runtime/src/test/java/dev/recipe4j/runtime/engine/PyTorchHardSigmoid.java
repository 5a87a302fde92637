package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation.HardSigmoid;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * PyTorch's gradient of the hard-sigmoid, whose slope 1/6 is a 32-bit constant even in 64-bit
 * floats, 3e-8 too much ({@code one_sixth(1.0f / 6.0f)} in {@code hardsigmoid_backward_kernel},
 * aten/src/ATen/native/cpu/Activation.cpp). Golden gradients of networks that call it, which are
 * torchvision's, are compared with the same constant, and then agree to eight digits.
 */
final class PyTorchHardSigmoid extends ScaleVertex {
  private static final long serialVersionUID = 1;
  private static final double SIXTH = 1.0 / 6;

  private PyTorchHardSigmoid() {
    super(SIXTH);
  }

  /** Gives every hard-sigmoid of a network that gradient. */
  static Consumer<ComputationGraphConfiguration> in(Network network) {
    return configuration -> {
      for (Layer layer : network.layers()) {
        if (layer.operation() instanceof HardSigmoid) {
          // Its last vertex, which divides by 6.
          configuration.getVertices().put(layer.name(), new PyTorchHardSigmoid());
        }
      }
    };
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initializes,
      DataType type) {
    return new Vertex(graph, name, index, type);
  }

  // DL4J's own classes declare an array there and variable arguments here.
  @SuppressWarnings("overrides")
  private static final class Vertex extends org.deeplearning4j.nn.graph.vertex.impl.ScaleVertex {
    private static final long serialVersionUID = 1;

    Vertex(ComputationGraph graph, String name, int index, DataType type) {
      super(graph, name, index, SIXTH, type);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncates, LayerWorkspaceMgr workspaces) {
      Pair<Gradient, INDArray[]> backward = super.doBackward(truncates, workspaces);
      backward.getSecond()[0].muli((1.0f / 6.0f) / SIXTH);
      return backward;
    }
  }
}
