package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Network;
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
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.OpenComponent.Argument;
import dev.recipe4j.spec.OpenModel;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** A network of a user's own with an argument of every kind. */
  record Own(
      int channels,
      long seed,
      double rate,
      float scale,
      boolean isDeep,
      String title,
      NetworkStyle style,
      Class<?> type,
      List<Integer> stages)
      implements Model {
    Own(
        int channels,
        long seed,
        double rate,
        float scale,
        boolean isDeep,
        String title,
        NetworkStyle style,
        Class<?> type,
        int[] stages) {
      this(
          channels,
          seed,
          rate,
          scale,
          isDeep,
          title,
          style,
          type,
          Arrays.stream(stages).boxed().toList());
    }

    @Override
    public Network network(int classes) {
      return new LeNet().network(classes);
    }
  }

  private static OpenModel open(String type, Optional<Model> object) {
    List<Argument> arguments =
        List.of(
            new Argument("channels", "int", 8),
            new Argument("seed", "long", 5L),
            new Argument("rate", "double", 2.0),
            new Argument("scale", "float", 0.5),
            new Argument("isDeep", "boolean", true),
            new Argument("title", "java.lang.String", "wide"),
            new Argument("style", "dev.recipe4j.NetworkStyle", "KERAS"),
            new Argument("type", "java.lang.Class<?>", "java.util.Map.Entry"),
            new Argument("stages", "int[]", List.of(2, 3)));
    return new OpenModel("com.acme.OwnNet", type, arguments, object);
  }

  @Test
  void aNetworkOfAUsersOwnIsMadeAgain() throws JsonProcessingException {
    Own own =
        new Own(8, 5, 2, 0.5f, true, "wide", NetworkStyle.KERAS, Map.Entry.class, new int[] {2, 3});
    String name = String.valueOf(Own.class.getCanonicalName());
    comesBackAsItWas(open(name, Optional.of(own)));
  }

  /** Tells if it was initialised. */
  static final class Foreign {
    static {
      System.setProperty("recipe4j.test.foreign", "initialised");
    }

    private Foreign() {}
  }

  @Test
  void aClassThatIsNoNetworkIsNotTouched() {
    String name = String.valueOf(Foreign.class.getCanonicalName());
    var json = SpecJson.write(RecipeSpec.of(open(name, Optional.empty())));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SpecJson.read(json));
    assertEquals(name + " is no Model", e.getMessage());
    assertNull(System.getProperty("recipe4j.test.foreign"));
  }

  @Test
  void aMissingClassIsNamed() {
    var json = SpecJson.write(RecipeSpec.of(open("com.acme.Gone", Optional.empty())));
    RunException e = assertThrows(RunException.class, () -> SpecJson.read(json));
    assertEquals(
        "the recipe of the run has the class com.acme.Gone, which is not on the class path: add it",
        e.getMessage());
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
