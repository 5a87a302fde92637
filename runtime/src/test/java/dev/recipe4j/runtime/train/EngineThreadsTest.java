package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {
  private static final Shape DIGIT = new Shape(1, 28, 28);

  @Test
  void leaveOneToThePreparationOfImages() {
    Network light = LeNetDescription.of(10);
    assertEquals(3, EngineThreads.of(4, light, DIGIT));
    assertEquals(1, EngineThreads.of(2, light, DIGIT));
    assertEquals(1, EngineThreads.of(1, light, DIGIT));
  }

  /** 556 million multiply-adds. */
  @Test
  void areAllWhereTheNetworkIsNearlyAllOfTheWork() {
    Network heavy =
        new ResNetDescription(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION).network(10);
    assertEquals(2, EngineThreads.of(2, heavy, new Shape(3, 32, 32)));
    assertEquals(1, EngineThreads.of(1, heavy, new Shape(3, 32, 32)));
  }
}
