package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.PublicData;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keras's MobileNetV1 x0.25, trained on ImageNet, gives here the outputs that it gives there. */
class KerasMobileNetTest {
  private static final Path WEIGHTS =
      Path.of("mobilenet_v1_0.25_224_imagenet", "mobilenet_v1_0.25_224.h5");
  private static final int SIDE = 224;
  private static final int CLASSES = 1000;
  private static final Shape INPUT = new Shape(3, SIDE, SIDE);
  private static final Network NETWORK =
      MobileNetV1Description.of(0.25, NetworkStyle.KERAS, CLASSES);

  @TempDir Path folder;

  private static Engine engine() {
    return new ReferenceEngine(NETWORK, INPUT, 1);
  }

  private static LoadReport load(Engine engine, Path path) {
    try (WeightsFile file = WeightsFile.open(path)) {
      return new NetworkWeights(NETWORK, engine.layout()).load(file, engine.parameters());
    }
  }

  /** The formula of the golden numbers, value {@code v / 127.5 - 1}. */
  private static Minibatch synthetic() {
    FloatBuffer images = FloatBuffers.direct(INPUT.size());
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int value = (7 * y + 3 * x + 11 * channel) % 256;
          images.put((channel * SIDE + y) * SIDE + x, (float) (value / 127.5 - 1));
        }
      }
    }
    return new Minibatch(1, INPUT, images, new int[1]);
  }

  private static double[] probabilities(Engine engine, Minibatch image) {
    FloatBuffer logits = FloatBuffers.direct(CLASSES);
    engine.logits(image, logits);
    double[] shares = new double[CLASSES];
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      shares[k] = Math.exp(logits.get(k));
      sum += shares[k];
    }
    for (int k = 0; k < CLASSES; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  private static void assertAgrees(Engine engine) throws IOException {
    double[] shares = probabilities(engine, synthetic());
    int checked = 0;
    Path expected = PublicData.file("sample-photos/expected_synthetic.tsv");
    for (String line : Files.readAllLines(expected)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        assertEquals(Double.parseDouble(cells[1]), shares[Integer.parseInt(cells[0])], 1e-4);
        checked++;
      }
    }
    assertEquals(CLASSES, checked);
  }

  @Test
  void givesThePublishedOutputs() throws IOException {
    Path published = PublicData.file(WEIGHTS.toString());
    Path copy = folder.resolve("copy.safetensors");
    try (Engine engine = engine()) {
      LoadReport report = load(engine, published);
      assertEquals(List.of(), report.missing());
      assertEquals(List.of(), report.skipped());
      assertAgrees(engine);
      List<StoredTensor> tensors =
          new NetworkWeights(NETWORK, engine.layout()).tensors("recipe4j", engine.parameters());
      try (FileChannel channel =
          FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        SafetensorsWriter.write(channel, tensors, Map.of("license", "Apache-2.0"));
      }
    }
    try (Engine engine = engine()) {
      assertEquals(List.of(), load(engine, copy).missing());
      assertAgrees(engine);
    }
  }

  @Test
  void recognizesPhotos() throws IOException {
    Path published = PublicData.file(WEIGHTS.toString());
    Batched<HardLabels> chain =
        Decoded.images(3)
            .evaluationCrop(256, SIDE)
            .normalize(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5))
            .batched();
    int checked = 0;
    try (Engine engine = engine()) {
      load(engine, published);
      for (String line :
          Files.readAllLines(PublicData.file("sample-photos/expected_mobilenet_v1_0.25.tsv"))) {
        String[] cells = line.split("\t", -1);
        if (line.startsWith("#") || !cells[1].equals("224") || !cells[2].equals("1")) {
          continue;
        }
        Path photo = PublicData.file("sample-photos/" + cells[0]);
        if (!Files.exists(photo)) {
          continue;
        }
        FloatBuffer image = FloatBuffers.direct(INPUT.size());
        chain.load(Image.read(photo), Draw.of(0, 0, 0), image, 0);
        double[] shares = probabilities(engine, new Minibatch(1, INPUT, image, new int[1]));
        assertEquals(Integer.parseInt(cells[3]), best(shares), line);
        checked++;
      }
    }
    assertTrue(checked >= 5, checked + " photos");
  }

  private static int best(double[] shares) {
    int best = 0;
    for (int k = 1; k < shares.length; k++) {
      best = shares[k] > shares[best] ? k : best;
    }
    return best;
  }

  @Test
  void namesATensorOfAnotherWidth() {
    Path published = PublicData.file(WEIGHTS.toString());
    Network wider = MobileNetV1Description.of(0.5, NetworkStyle.KERAS, CLASSES);
    try (Engine engine = new ReferenceEngine(wider, new Shape(3, 32, 32), 1);
        WeightsFile file = WeightsFile.open(published)) {
      NetworkWeights weights = new NetworkWeights(wider, engine.layout());
      WeightsException e =
          assertThrows(WeightsException.class, () -> weights.load(file, engine.parameters()));
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains("is [3, 3, 3, 8], but MobileNetV1 needs [3, 3, 3, 16]"), message);
    }
  }
}
