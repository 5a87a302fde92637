package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.AdaDelta;
import dev.recipe4j.Adam;
import dev.recipe4j.AdamW;
import dev.recipe4j.Batch;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Momentum;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.RmsProp;
import dev.recipe4j.Rule;
import dev.recipe4j.Sgd;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule on how the learning rate of an optimiser follows the batch. */
class ScalingRulesTest {
  @Nested
  class ScalingFamily {
    private RecipeFixture recipe(
        int batch, Class<? extends Annotation> optimizer, Object... members) {
      Object[] all = java.util.Arrays.copyOf(members, members.length + 4);
      all[members.length] = "reference";
      all[members.length + 1] = 1e-3;
      all[members.length + 2] = "referenceBatch";
      all[members.length + 3] = 256;
      return RecipeFixture.resnet50()
          .with(Batch.class, "value", batch)
          .with(LearningRate.class, all)
          .with(optimizer);
    }

    /** What there is to mend beside the missing runtime of these optimisers. */
    private List<Rule> rules(RecipeFixture recipe) {
      return recipe.check().findings().stream()
          .map(Finding::rule)
          .filter(rule -> rule != Rule.NO_RUNTIME)
          .toList();
    }

    private Finding finding(RecipeFixture recipe) {
      return recipe.findings(Rule.SCALING_FAMILY).get(0);
    }

    @ParameterizedTest
    @ValueSource(classes = {Adam.class, AdamW.class, AdaDelta.class})
    void firesOnOptimisersThatScaleWithTheRoot(Class<? extends Annotation> optimizer) {
      assertEquals(
          List.of(Rule.SCALING_FAMILY), rules(recipe(512, optimizer, "scaling", "LINEAR")));
    }

    @ParameterizedTest
    @ValueSource(classes = {Sgd.class, Momentum.class, RmsProp.class})
    void isQuietOnThoseThatScaleLinearly(Class<? extends Annotation> optimizer) {
      assertEquals(List.of(), rules(recipe(512, optimizer, "scaling", "LINEAR")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINEAR")
    void isQuietOnOtherScalings(Scaling scaling) {
      assertEquals(List.of(), rules(recipe(512, AdamW.class, "scaling", scaling.name())));
    }

    @Test
    void saysBothNumbers() {
      Finding finding = finding(recipe(4096, AdamW.class, "scaling", "LINEAR"));
      assertEquals(
          "linear scaling with @AdamW: 0.001 at batch 256 gives 0.016 at batch 4096, the square"
              + " root of the batch 0.004",
          finding.message());
      assertEquals("drop 'scaling', which is then SQUARE_ROOT with a peak of 0.004", finding.fix());
    }

    @Test
    void comparesAtALargerBatchWhereBothAgree() {
      Finding finding = finding(recipe(256, Adam.class, "scaling", "LINEAR"));
      assertEquals(
          "linear scaling with @Adam: 0.001 at batch 256 gives 0.004 at batch 1024, the square root"
              + " of the batch 0.002",
          finding.message());
      assertEquals("drop 'scaling', which is then SQUARE_ROOT with a peak of 0.001", finding.fix());
    }

    @Test
    void answersForAPeakThatFollowsTheRoot() {
      RecipeFixture root = recipe(1024, AdamW.class, "scaling", "LINEAR", "peak", .002);
      assertEquals(List.of(Rule.SCALING_FAMILY), rules(root));
      assertEquals(
          "drop 'scaling', which is then SQUARE_ROOT with a peak of 0.002", finding(root).fix());
      RecipeFixture linear = recipe(1024, AdamW.class, "scaling", "LINEAR", "peak", .004);
      assertEquals(List.of(Rule.SCALING_FAMILY), rules(linear));
      assertEquals(
          "write peak = 0.002 and drop 'scaling', which is then SQUARE_ROOT",
          finding(linear).fix());
      RecipeFixture neither = recipe(1024, AdamW.class, "scaling", "LINEAR", "peak", .008);
      assertEquals(List.of(Rule.LR_BATCH_SCALING, Rule.SCALING_FAMILY), rules(neither));
    }

    @Test
    void leavesAScalingOfNothingToItsRule() {
      RecipeFixture recipe =
          RecipeFixture.resnet50()
              .with(LearningRate.class, "peak", .001, "scaling", "LINEAR")
              .with(AdamW.class);
      assertEquals(List.of(Rule.UNUSED_MEMBER, Rule.LR_REFERENCE_MISSING), rules(recipe));
    }
  }
}
