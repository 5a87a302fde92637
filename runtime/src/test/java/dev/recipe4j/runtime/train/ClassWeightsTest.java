package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.BalancedData;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.data.SoftTargets;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.spec.ClassWeights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class weights of a run: those of the data, and those of shards. */
class ClassWeightsTest {
  private static final Shape INPUT = new Shape(1, 16, 16);

  /** Spots of which 12 are of class 0, 4 of class 1 and 2 of class 2. */
  private record Unequal(Blobs blobs, List<Integer> chosen) implements ImageData, Examples {
    static Unequal data() {
      List<Integer> chosen = new ArrayList<>();
      IntStream.range(0, 12).forEach(i -> chosen.add(3 * i));
      IntStream.range(0, 4).forEach(i -> chosen.add(3 * i + 1));
      IntStream.range(0, 2).forEach(i -> chosen.add(3 * i + 2));
      return new Unequal(new Blobs(36, 3), chosen);
    }

    @Override
    public Examples train() {
      return this;
    }

    @Override
    public Examples validation() {
      return blobs.validation();
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public Optional<List<String>> classNames() {
      return Optional.empty();
    }

    @Override
    public String description() {
      return "unequal spots";
    }

    @Override
    public int size() {
      return chosen.size();
    }

    @Override
    public int label(int i) {
      return blobs.train().label(chosen.get(i));
    }

    @Override
    public Image image(int i) {
      return blobs.train().image(chosen.get(i));
    }

    @Override
    public String name(int i) {
      return blobs.train().name(chosen.get(i));
    }
  }

  static Stream<EngineFactory> engines() {
    return Stream.of(
        ReferenceEngine::new,
        (network, input, threads) ->
            new CompiledEngine(network, input, threads, ConvolutionAlgorithm.AUTO));
  }

  /** Shards of unequal weight, the last of other size, one of them mixed. */
  @ParameterizedTest
  @MethodSource("engines")
  void shardsGiveTheGradientOfTheWholeBatch(EngineFactory engines) {
    LossWeights weights = task(new ClassWeights(List.of(0.5, 1.5, 6.0))).lossWeights();
    try (Engine engine = engines.open(LeNetDescription.of(3), INPUT, 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), 1);
      Pipeline pipeline = Recipes.pipeline(Recipes.spots());
      Minibatches batches = new Minibatches(Unequal.data(), pipeline.trainChain(), 18, false, 1, 1);
      try (var pass = batches.inOrder()) {
        Minibatch batch = pass.next();
        BatchGradient whole = new BatchGradient(engine, 18, 18, weights);
        double loss = whole.compute(batch, UnaryOperator.identity(), new Tally(3));
        BatchGradient shards = new BatchGradient(engine, 18, 7, weights);
        assertEquals(loss, shards.compute(batch, UnaryOperator.identity(), new Tally(3)), 1e-6);
        for (int i = 0; i < whole.gradient().capacity(); i++) {
          assertEquals(whole.gradient().get(i), shards.gradient().get(i), 1e-6);
        }
        // Mixed shards count by their examples: 7, 7 and 4 of 18.
        UnaryOperator<Minibatch> mixed = part -> part.with(new SoftTargets(part.labels(), 0.4, 0));
        double mean = shards.compute(batch, mixed, new Tally(3));
        FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
        FloatBuffer logits = FloatBuffers.direct(18L * 3);
        assertEquals(engine.gradient(mixed.apply(batch), gradient, logits), mean, 1e-6);
      }
    }
  }

  @Test
  void balancedWeightsAreInverseToTheFrequencies() {
    TrainingTask task = task(new ClassWeights(List.of()));
    LossWeights weights = task.lossWeights();
    // 18 / (3 * 12), 18 / (3 * 4), 18 / (3 * 2)
    assertEquals(0.5, divisor(weights, 0));
    assertEquals(1.5, divisor(weights, 1));
    assertEquals(3, divisor(weights, 2));
    assertEquals(Optional.empty(), task.weighingNote());
  }

  private static double divisor(LossWeights weights, int label) {
    return weights.divisor(
        new Minibatch(1, INPUT, FloatBuffers.direct(INPUT.size()), new int[] {label}));
  }

  @Test
  void balancedTwiceIsSaid() {
    ImageData balanced = BalancedData.of(Unequal.data());
    String none = task(new ClassWeights(List.of()), balanced).weighingNote().orElseThrow();
    assertTrue(none.startsWith("@ClassWeights has no effect"), none);
    String twice =
        task(new ClassWeights(List.of(1.0, 2.0, 3.0)), balanced).weighingNote().orElseThrow();
    assertTrue(twice.contains("count twice"), twice);
  }

  @Test
  void asManyWeightsAsClasses() {
    RunException refusal =
        assertThrows(
            RunException.class, () -> task(new ClassWeights(List.of(1.0, 2.0))).lossWeights());
    assertEquals(
        "the recipe spots has 2 class weights for 3 classes: write one for each class",
        refusal.getMessage());
  }

  private static TrainingTask task(ClassWeights weights) {
    return task(weights, Unequal.data());
  }

  private static TrainingTask task(ClassWeights weights, ImageData data) {
    Pipeline pipeline = Recipes.pipeline(Recipes.spots(weights));
    return new TrainingTask(
        pipeline.recipe(), pipeline.trainChain(), pipeline.evaluationChain(), data, List.of());
  }
}
