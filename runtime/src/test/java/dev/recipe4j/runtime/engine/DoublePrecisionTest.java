package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The translation of MobileNetV1 in 64-bit floats, where no ReLU switches through rounding. */
class DoublePrecisionTest {
  private static final String NAME = "paddle_mobilenet_v1_x0_25";
  private static final int EXAMPLES = 4;

  @BeforeEach
  void doubles() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterEach
  void floats() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void gradientsOfMobileNetAgreeToNineDigits() throws IOException {
    JsonNode oracle = Oracle.json("networks/" + NAME + ".json");
    List<String[]> rows = OracleNetworks.tensors(NAME);
    Network network = MobileNetV1Description.of(0.25, 1000);
    Shape shape = new Shape(3, 64, 64);
    ParameterLayout layout = ParameterLayout.of(network, shape);
    ComputationGraph graph =
        new ComputationGraph(GraphTranslation.configuration(network, shape, DataType.DOUBLE));
    graph.init();
    graph.initGradientsView();
    for (int t = 0; t < rows.size(); t++) {
      fill(graph.params(), layout.entries().get(t), rows.get(t), oracle.get("salt").asInt());
    }
    graph.setInputs(images(shape));
    graph.setLabels(labels(oracle.at("/train/labels")));
    graph.computeGradientAndScore();

    assertEquals(oracle.at("/train/loss_f64").asDouble(), graph.score(), 1e-8, "loss");
    INDArray gradients = graph.getFlattenedGradients();
    for (int t = 0; t < rows.size(); t++) {
      Entry entry = layout.entries().get(t);
      if (entry.tensor().kind().isTrained()) {
        double square = 0;
        for (long i = entry.offset(); i < entry.end(); i++) {
          square += Math.pow(gradients.getDouble(i) / EXAMPLES, 2);
        }
        double norm = Double.parseDouble(rows.get(t)[8]);
        assertEquals(norm, Math.sqrt(square), 1e-8 * norm, rows.get(t)[1]);
      }
    }
  }

  private static void fill(INDArray parameters, Entry entry, String[] row, int salt) {
    boolean depthwise = row[2].equals("dwconv_weight");
    int channels = entry.tensor().shape().get(0);
    int taps = (int) entry.tensor().size() / channels;
    for (int i = 0; i < entry.tensor().size(); i++) {
      double value =
          Double.parseDouble(row[5])
              + Double.parseDouble(row[6])
                  * OracleNetworks.value(Integer.parseInt(row[0]), i, salt);
      int at = depthwise ? i % taps * channels + i / taps : i;
      parameters.putScalar(entry.offset() + at, value);
    }
  }

  private static INDArray images(Shape shape) {
    INDArray images =
        Nd4j.create(DataType.DOUBLE, EXAMPLES, shape.channels(), shape.height(), shape.width());
    for (int n = 0; n < EXAMPLES; n++) {
      for (int c = 0; c < shape.channels(); c++) {
        for (int h = 0; h < shape.height(); h++) {
          for (int w = 0; w < shape.width(); w++) {
            images.putScalar(new long[] {n, c, h, w}, OracleNetworks.pixel(n, c, h, w, shape));
          }
        }
      }
    }
    return images;
  }

  private static INDArray labels(JsonNode classes) {
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 1000);
    for (int n = 0; n < EXAMPLES; n++) {
      oneHot.putScalar(n, classes.get(n).asInt(), 1);
    }
    return oneHot;
  }
}
