package dev.recipe4j.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.Oracle;
import dev.recipe4j.Per;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.ExponentialDecay;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.PolynomialDecay;
import dev.recipe4j.spec.StepDecay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LearningRateCurveTest {
  private static final PiecewiseDecay TENTH_EVERY_30 = new PiecewiseDecay(List.of(30, 60, 90), .1);

  private static LearningRateCurve imageNet(double peak, Schedule schedule, int epochs) {
    return new LearningRateCurve(peak, schedule, Warmup.NONE, epochs, 5005);
  }

  @Test
  void piecewiseFallsAtTheBoundaryAndInDecimals() {
    LearningRateCurve curve = imageNet(.1, TENTH_EVERY_30, 120);
    assertEquals(.1, curve.at(150149));
    assertEquals(.01, curve.at(150150));
    assertEquals(.001, curve.at(300300));
    assertEquals(.0001, curve.at(450450));
    assertEquals(.0001, curve.at(600599));
    assertEquals(600600, curve.updates());
  }

  @Test
  void cosineFallsToNearlyNothing() {
    LearningRateCurve curve = imageNet(.1, new CosineDecay(0), 200);
    assertEquals(.1, curve.at(0));
    assertEquals(.0853553, curve.at(250250), 1e-7);
    assertEquals(.05, curve.at(500500), 1e-12);
    assertEquals(2.46e-13, curve.at(1000999), 1e-15);
  }

  @Test
  void cosineNeverRisesAgain() {
    LearningRateCurve curve = imageNet(.1, new CosineDecay(.001), 1);
    assertEquals(.001, curve.at(5005), 1e-15);
    assertEquals(.001, curve.at(9999), 1e-15);
  }

  @Test
  void warmUpDelaysAndShortensTheSchedule() {
    LearningRateCurve curve =
        new LearningRateCurve(.65, new CosineDecay(0), new Warmup(5, 0, true), 360, 1252);
    assertEquals(6260, curve.warmupUpdates());
    assertEquals(0, curve.at(0));
    assertEquals(.325, curve.at(3130), 1e-12);
    assertEquals(.65, curve.at(6260));
    assertEquals(.55481, curve.at(117375), 1e-6);
    assertEquals(.0951903, curve.at(339605), 1e-7);
  }

  @Test
  void warmUpLengthIsRoundedHalfUp() {
    assertEquals(6, new Warmup(.5, 0, true).updates(11));
    assertEquals(0, new Warmup(.04, 0, true).updates(11));
  }

  @Test
  void warmUpMayBeGivenInUpdates() {
    Warmup warmup = new Warmup(0, 22, 0.1, true);
    LearningRateCurve given = new LearningRateCurve(.1, new CosineDecay(0), warmup, 6, 11);
    LearningRateCurve same =
        new LearningRateCurve(.1, new CosineDecay(0), new Warmup(2, 0.1, true), 6, 11);
    for (int update = 0; update < given.updates(); update++) {
      assertEquals(same.at(update), given.at(update), 1e-15);
    }
  }

  @Test
  void boundariesMayBeGivenInUpdatesAndValuesWritten() {
    Schedule schedule = new PiecewiseDecay(List.of(), List.of(5, 8), .1, List.of(.3, .2, .1));
    LearningRateCurve curve = new LearningRateCurve(.3, schedule, Warmup.NONE, 1, 10);
    assertEquals(.3, curve.at(4));
    assertEquals(.2, curve.at(5));
    assertEquals(.1, curve.at(9));
    assertEquals(List.of(5.0, 8.0), schedule.boundaries(curve.horizon()));
  }

  @Test
  void aScheduleMayEndBeforeTheTrainingOrAfter() {
    Schedule half = new CosineDecay(.01, Per.STEP, OptionalDouble.of(2));
    assertEquals(.01, new LearningRateCurve(.1, half, Warmup.NONE, 4, 10).at(20), 1e-15);
    Schedule twice = new PolynomialDecay(1, 0, OptionalDouble.of(8));
    assertEquals(.05, new LearningRateCurve(.1, twice, Warmup.NONE, 4, 10).limit(), 1e-15);
  }

  @Test
  void fractionsOfEpochsCountExactly() {
    Schedule step = new StepDecay(2.4, .97);
    LearningRateCurve curve = new LearningRateCurve(1, step, Warmup.NONE, 10, 5005);
    assertEquals(1, curve.at(12011));
    assertEquals(.97, curve.at(12012), 1e-15);
    assertEquals(12012.0, step.interval(curve.horizon()).getAsDouble());
    Schedule perEpoch = new CosineDecay(0, Per.EPOCH, OptionalDouble.empty());
    LearningRateCurve cosine = new LearningRateCurve(1, perEpoch, new Warmup(.5, 0, true), 2, 10);
    assertEquals(1, cosine.at(14));
    assertEquals(0, cosine.at(15), 1e-15);
  }

  @Test
  void theLimitIsWhereTrainingEnds() {
    assertEquals(0, imageNet(.1, new CosineDecay(0), 200).limit(), 1e-15);
    assertEquals(.0001, imageNet(.1, TENTH_EVERY_30, 120).limit());
    assertEquals(.1, imageNet(.1, new ConstantRate(), 120).limit());
  }

  @Test
  void everyUpdateAgreesWithTheOracle() throws IOException {
    int compared = 0;
    for (JsonNode example : Oracle.read("schedules.json").get("small")) {
      Warmup warmup =
          new Warmup(
              example.get("warmup_epochs").asDouble(),
              example.get("warmup_start_factor").asDouble(0),
              !example.get("warmup_convention").asText().equals("noshift"));
      LearningRateCurve curve =
          new LearningRateCurve(example.get("base_lr").asDouble(), small(example), warmup, 6, 11);
      JsonNode expected = example.get("lr");
      for (int update = 0; update < expected.size(); update++) {
        assertEquals(
            expected.get(update).asDouble(),
            curve.at(update),
            1e-12,
            example.get("id").asText() + " at update " + update);
      }
      compared++;
    }
    assertEquals(65, compared);
  }

  private static Schedule small(JsonNode example) {
    JsonNode params = example.get("params");
    double gamma = params.path("gamma").asDouble();
    double floor = params.path("floor").asDouble();
    return switch (example.get("kind").asText()) {
      case "constant" -> new ConstantRate();
      case "cosine" -> new CosineDecay(floor);
      case "cosine_per_epoch" -> new CosineDecay(floor, Per.EPOCH, OptionalDouble.empty());
      case "multistep" -> new PiecewiseDecay(integers(params.get("epochs")), gamma);
      case "piecewise" ->
          new PiecewiseDecay(
              integers(params.get("epochs")), List.of(), 1, doubles(params.get("values")));
      case "polynomial" ->
          new PolynomialDecay(
              params.get("power").asDouble(),
              params.get("end_lr").asDouble(),
              OptionalDouble.empty());
      case "exponential_per_step" -> new ExponentialDecay(gamma, Per.STEP);
      case "exponential_per_epoch" -> new ExponentialDecay(gamma, Per.EPOCH);
      case "step" -> new StepDecay(params.get("every_epochs").asDouble(), gamma);
      default -> throw new IllegalArgumentException(example.get("kind").asText());
    };
  }

  @Test
  void everyRecipeOfFullSizeAgreesWithTheOracle() throws IOException {
    int compared = 0;
    for (JsonNode example : Oracle.read("schedules.json").get("imagenet_size")) {
      long updatesPerEpoch = example.get("steps_per_epoch").asLong();
      int epochs = Math.toIntExact(example.get("total_steps").asLong() / updatesPerEpoch);
      double warmup = example.get("warmup_steps").asDouble() / updatesPerEpoch;
      LearningRateCurve curve =
          new LearningRateCurve(
              example.get("base_lr").asDouble(),
              fullSize(example),
              new Warmup(warmup, 0, true),
              epochs,
              updatesPerEpoch);
      for (int i = 0; i < example.get("step").size(); i++) {
        long update = example.get("step").get(i).asLong();
        assertEquals(
            example.get("lr").get(i).asDouble(),
            curve.at(update),
            1e-12,
            example.get("recipe").asText() + " at update " + update);
      }
      compared++;
    }
    assertEquals(9, compared);
  }

  private static Schedule fullSize(JsonNode example) {
    return switch (example.get("kind").asText()) {
      case "cosine" -> new CosineDecay(0);
      case "piecewise" ->
          new PiecewiseDecay(
              integers(example.get("epochs")), List.of(), .1, doubles(example.get("values")));
      case "exp_epoch" -> new ExponentialDecay(example.get("gamma").asDouble(), Per.EPOCH);
      default -> throw new IllegalArgumentException(example.get("kind").asText());
    };
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> result = new ArrayList<>();
    array.forEach(element -> result.add(element.asInt()));
    return result;
  }

  private static List<Double> doubles(JsonNode array) {
    List<Double> result = new ArrayList<>();
    array.forEach(element -> result.add(element.asDouble()));
    return result;
  }
}
