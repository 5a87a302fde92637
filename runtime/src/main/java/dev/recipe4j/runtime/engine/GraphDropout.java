package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The dropout layers of a graph, which get our masks for the time of a training pass. */
final class GraphDropout {
  /** A layer, what DL4J does there, and what we do. */
  private record Place(Layer layer, IDropout stock, DropoutMask mask) {}

  private final List<Place> places = new ArrayList<>();
  private final DropoutDraws draws = new DropoutDraws();

  GraphDropout(Network network, ComputationGraph graph) {
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i).operation() instanceof Operation.Dropout dropout) {
        Layer layer = graph.getLayer(network.layers().get(i).name()).conf().getLayer();
        places.add(
            new Place(
                layer, layer.getIDropout(), new DropoutMask(dropout.probability(), i, draws)));
      }
    }
  }

  void beginUpdate(long seed, long update) {
    draws.beginUpdate(seed, update);
  }

  /** Runs a training pass with the masks that are its turn. */
  void during(Runnable training) {
    for (Place place : places) {
      place.layer().setIDropout(place.mask());
    }
    try {
      training.run();
    } finally {
      draws.endPass();
      places.forEach(place -> place.layer().setIDropout(place.stock()));
    }
  }
}
