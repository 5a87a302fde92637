package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.LinearWarmup;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.PadAndCrop;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.Pretrained;
import dev.recipe4j.spec.RandomFlip;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResNet;
import dev.recipe4j.spec.ResizeTo;
import dev.recipe4j.spec.Weights;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes survive JSON, and JSON can name nothing but components of recipes. */
class SpecJsonTest {
  static List<Component> components() {
    return List.of(
        new Recipe("some-id", 3, Long.MIN_VALUE, 2),
        new Dataset(
            Optional.of("name"),
            10,
            OptionalInt.of(5),
            OptionalInt.empty(),
            OptionalInt.of(28),
            OptionalInt.empty(),
            1,
            Optional.of("sha256:0")),
        new ClassNames(List.of("a", "ü\"")),
        new Batch(256, 4, 2, true),
        new LearningRate(
            OptionalDouble.of(0.1), OptionalInt.of(256), Scaling.LINEAR, OptionalDouble.empty()),
        new Momentum(0.9),
        new ConstantRate(),
        new Pretrained(
            new Weights(
                "com.acme.Published",
                new MobileNetV1(0.25, NetworkStyle.KERAS),
                1000,
                3,
                new Normalize(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5)),
                "0",
                "origin"),
            List.of("stem"),
            10),
        new CosineDecay(1e-5),
        new PiecewiseDecay(List.of(30, 60), 0.1),
        new LinearWarmup(5, 0.1, true),
        new L2Decay(1e-4, false),
        new RandomResizedCrop(224, 0.08, 1, 0.75, 4.0 / 3),
        new PadAndCrop(4),
        new ResizeTo(64),
        new RandomFlip(0.5),
        new Normalize(List.of(0.1), List.of(0.2)),
        new EvaluationCrop(256, 224),
        new LeNet(),
        new MobileNetV1(0.25),
        new ResNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE));
  }

  @ParameterizedTest
  @MethodSource("components")
  void comesBackAsItWas(Component component) throws JsonProcessingException {
    RecipeSpec recipe = RecipeSpec.of(component);
    String json = SpecJson.write(recipe).toString();
    assertEquals(recipe, SpecJson.read(new ObjectMapper().readTree(json)), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.ProcessBuilder",
        "RecipeSpec",
        "Component",
        "Optimizer",
        "../Momentum",
        "momentum",
        "Nothing",
        ""
      })
  void otherTypesAreRefused(String type) throws JsonProcessingException {
    var json = new ObjectMapper().readTree("[{\"type\":\"" + type + "\",\"value\":0.9}]");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SpecJson.read(json));
    assertEquals("no component is named " + type, e.getMessage());
  }

  @Test
  void aMemberOfAnotherTypeIsNamed() throws JsonProcessingException {
    var text = new ObjectMapper().readTree("[{\"type\":\"Momentum\",\"value\":\"0.9\"}]");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SpecJson.read(text));
    assertEquals("Momentum.value: \"0.9\" is no number", e.getMessage());
    var missing = new ObjectMapper().readTree("[{\"type\":\"Momentum\"}]");
    e = assertThrows(IllegalArgumentException.class, () -> SpecJson.read(missing));
    assertEquals("Momentum.value: missing", e.getMessage());
  }
}
