package dev.recipe4j.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.AdamW;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.Ema;
import dev.recipe4j.ExponentialDecay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.PolynomialDecay;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Severity;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is set so that a recipe trains at another batch as it did. */
class PortingTest {
  private static final RecipeFixture BASE = RecipeFixture.resnet50();
  private static final RecipeFixture PEAK =
      BASE.with(LearningRate.class, "reference", 0.1, "referenceBatch", 256, "peak", 0.1);

  private static Declaration declaration(RecipeFixture fixture) {
    return Inheritance.resolve(fixture.declaredType(), Site.SOUND);
  }

  private static List<String> ported(RecipeFixture fixture, int batch) {
    return ported(declaration(fixture), recipe(fixture), batch);
  }

  private static List<String> ported(Declaration declaration, RecipeSpec recipe, int batch) {
    return Porting.toBatch(declaration, recipe, batch).stream().map(Setting::toString).toList();
  }

  private static RecipeSpec recipe(RecipeFixture fixture) {
    return RuleEngine.check(declaration(fixture)).recipe().orElseThrow();
  }

  @Test
  void whatIsDerivedIsLeftToBeDerived() {
    assertEquals(List.of("batch=1024"), ported(BASE, 1024));
  }

  @Test
  void writtenLearningRatesFollowTheBatch() {
    assertEquals(List.of("batch=1024", "learningRate.peak=0.4"), ported(PEAK, 1024));
    assertEquals(
        List.of("batch=64", "learningRate.peak=0.025", "cosineDecay.floor=2.5e-4"),
        ported(PEAK.with(CosineDecay.class, "floor", 0.001), 64));
    assertEquals(
        List.of("batch=512", "polynomialDecay.end=0.002"),
        ported(BASE.with(PolynomialDecay.class, "end", 0.001), 512));
    assertEquals(
        List.of("batch=512", "piecewiseDecay.values=0.2,0.02"),
        ported(
            BASE.with(PiecewiseDecay.class, "atEpochs", List.of(60), "values", List.of(0.1, 0.01)),
            512));
  }

  @Test
  void adamFollowsTheSquareRoot() {
    RecipeFixture adam =
        BASE.with(AdamW.class)
            .with(LearningRate.class, "reference", 1e-3, "referenceBatch", 256, "peak", 1e-3);
    assertEquals(List.of("batch=1024", "learningRate.peak=0.002"), ported(adam, 1024));
  }

  /** 1,281,167 examples are 5,005 updates of 256 and 1,252 of 1,024. */
  @Test
  void whatCountsUpdatesStaysInItsEpoch() {
    assertEquals(
        List.of("batch=1024", "piecewiseDecay.atSteps=37500,75000", "linearWarmup.steps=1250"),
        ported(
            BASE.with(PiecewiseDecay.class, "atSteps", List.of(150_000, 300_000))
                .with(LinearWarmup.class, "steps", 5000),
            1024));
  }

  /** The shares that two updates leave are those of one after the other. */
  @Test
  void decayPerUpdateIsTakenToThePower() {
    RecipeFixture exponential = BASE.with(ExponentialDecay.class, "gamma", 0.99999, "per", "STEP");
    assertEquals(
        List.of("batch=512", "exponentialDecay.gamma=0.9999800001"), ported(exponential, 512));
    Declaration averaged = declaration(BASE.with(Ema.class, "decay", 0.9));
    assertEquals(List.of("batch=512", "ema.decay=0.81"), ported(averaged, recipe(BASE), 512));
  }

  @Test
  void theRulesFindNothingNew() {
    Declaration declaration = declaration(PEAK);
    RecipeSpec recipe = RuleEngine.check(declaration).recipe().orElseThrow();
    Verdict verdict =
        RuleEngine.check(Settings.apply(declaration, Porting.toBatch(declaration, recipe, 512)));
    assertEquals(0.2, verdict.recipe().orElseThrow().peak());
    assertEquals(
        List.of(), verdict.findings().stream().filter(f -> f.severity() != Severity.INFO).toList());
  }
}
