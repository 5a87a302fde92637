package dev.recipe4j.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.ClassNames;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values set for one run: keys, types, ranges, and what the rules say then. */
class SettingsTest {
  private static final RecipeFixture BASE =
      RecipeFixture.resnet50().with(L2Decay.class, "value", 1e-4).with(RandomFlip.class);

  private static Verdict check(RecipeFixture fixture, String... settings) {
    Declaration declared = Inheritance.resolve(fixture.declaredType(), Site.SOUND);
    return RuleEngine.check(
        Settings.apply(declared, Stream.of(settings).map(Setting::parse).toList()));
  }

  /** Errors and warnings. */
  private static List<Finding> found(RecipeFixture fixture, String... settings) {
    return check(fixture, settings).findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private static RecipeSpec spec(String... settings) {
    return check(BASE, settings).recipe().orElseThrow();
  }

  @Test
  void valuesAreReadByTheTypeOfTheMember() {
    RecipeSpec set =
        spec(
            "batch=128",
            "l2Decay=3e-5",
            "epochs=90",
            "seed=9000000000",
            "batch.dropLast=true",
            "learningRate.scaling=none",
            "piecewiseDecay.atEpochs=20, 40",
            "dataset.trainExamples=60_000");
    assertEquals(128, set.batch().value());
    assertTrue(set.batch().dropLast());
    assertEquals(3e-5, set.decay().orElseThrow().value());
    assertEquals(90, set.recipe().epochs());
    assertEquals(9_000_000_000L, set.recipe().seed());
    assertEquals(LearningRate.Scaling.NONE, set.learningRate().scaling());
    assertEquals(List.of(20, 40), ((PiecewiseDecay) set.schedule()).atEpochs());
    assertEquals(60_000, set.dataset().trainExamples().getAsInt());
  }

  @Test
  void whatIsDerivedFollows() {
    assertEquals(0.05, spec("batch=128").peak());
  }

  @Test
  void namesContainCommasWithABackslash() {
    RecipeFixture named =
        RecipeFixture.resnet50().with(ClassNames.class, "value", List.of("a", "b"));
    Declaration declared = Inheritance.resolve(named.declaredType(), Site.SOUND);
    Declaration set = Settings.apply(declared, List.of(Setting.parse("classNames=a\\,b,c")));
    assertEquals(
        List.of("a,b", "c"), set.find(Slot.CLASS_NAMES).orElseThrow().member("value").value());
  }

  @ParameterizedTest
  @CsvSource({
    "batch.value=64, batch=64",
    "recipe.epochs=95, epochs=95",
    "l2=0.5, l2Decay=0.5",
    "piecewise.factor=0.5, piecewiseDecay.factor=0.5",
    "random.minScale=0.5, randomResizedCrop.minScale=0.5",
  })
  void shortAndLongFormsMeanTheSame(String form, String key) {
    assertEquals(spec(key), spec(form));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch | 'batch' sets nothing: write key=value, as in batch=64",
        "=3 | '=3' sets nothing: write key=value, as in batch=64",
        "bach=3 | the recipe has no 'bach' to set; did you mean batch, ",
        "batches.value=3 | the recipe has no 'batches.value' to set; did you mean batch",
        "random=3 | 'random' may mean randomResizedCrop or randomFlip; write one of them",
        "batch=many | batch is 'many', but must be a whole number (at least 1)",
        "batch=1.5 | batch is '1.5', but must be a whole number (at least 1)",
        "batch= | batch is '', but must be a whole number (at least 1)",
        "batch=3000000000 | from -2147483648 to 2147483647",
        "batch=0 | batch is 0, but must be at least 1",
        "momentum=1 | momentum is 1, but must be at least 0 and below 1",
        "momentum=NaN | momentum is 'NaN', but must be a number (at least 0 and below 1)",
        "momentum=0.9f | momentum is '0.9f', but must be a number",
        "batch.dropLast=yes | batch.dropLast is 'yes', but must be true or false",
        "learningRate.scaling=CUBIC | must be one of AUTO, LINEAR, SQUARE_ROOT, NONE",
        "piecewiseDecay.atEpochs=30;60 | piecewiseDecay.atEpochs is '30;60', but must be a whole",
      })
  void whatCannotBeSetIsRefused(String setting, String message) {
    SettingException e = assertThrows(SettingException.class, () -> spec(setting));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void oneKeyIsSetOnce() {
    assertEquals(
        "batch.value is set twice",
        assertThrows(SettingException.class, () -> spec("batch=64", "batch.value=64"))
            .getMessage());
  }

  @Test
  void findingsPointToTheValueThatIsSet() {
    Finding finding = found(BASE, "epochs=60").get(0);
    assertEquals(Rule.BOUNDARY_UNREACHED, finding.rule());
    Finding peak = found(BASE, "learningRate.peak=0.4").get(0);
    assertEquals(Rule.LR_BATCH_SCALING, peak.rule());
    assertTrue(
        peak.text()
            .startsWith(
                "[LR_BATCH_SCALING] peak learning rate 0.4 does not follow linear scaling: 0.1 at"
                    + " batch 256 gives 0.1 at batch 256 (set for this run)\n"),
        peak.text());
  }

  @Test
  void anAcceptHoldsWhileWhatItReadsIsNotSet() {
    RecipeFixture accepting =
        BASE.with(LearningRate.class, "reference", 0.1, "referenceBatch", 256, "peak", 0.2)
            .accepting(Rule.LR_BATCH_SCALING, "measured");
    assertEquals(1, check(accepting, "l2=1e-5").accepted().size());
    assertEquals(List.of(), found(accepting, "l2=1e-5"));
    List<Finding> findings = found(accepting, "learningRate.peak=0.3");
    assertEquals(List.of(Rule.LR_BATCH_SCALING), findings.stream().map(Finding::rule).toList());
    assertEquals(List.of(), found(accepting, "learningRate.peak=0.1"));
  }

  @Test
  void everyKeyOfARecipeFindsItsMember() {
    Declaration declared = Inheritance.resolve(BASE.declaredType(), Site.SOUND);
    for (String key : MemberKeys.all(declared)) {
      assertEquals(List.of(key), MemberKeys.meantBy(key, declared));
    }
  }
}
