package dev.recipe4j.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.Oracle;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PiecewiseDecay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void everyUpdateAgreesWithTheOracle() throws IOException {
    int compared = 0;
    for (JsonNode example : Oracle.read("schedules.json").get("small")) {
      Optional<Schedule> schedule = schedule(example);
      if (schedule.isEmpty()) {
        continue;
      }
      Warmup warmup =
          new Warmup(
              example.get("warmup_epochs").asDouble(),
              example.get("warmup_start_factor").asDouble(0),
              !example.get("warmup_convention").asText().equals("noshift"));
      LearningRateCurve curve =
          new LearningRateCurve(example.get("base_lr").asDouble(), schedule.get(), warmup, 6, 11);
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
    assertTrue(compared >= 20, compared + " of the oracle's curves compared");
  }

  private static Optional<Schedule> schedule(JsonNode example) {
    JsonNode params = example.get("params");
    return switch (example.get("kind").asText()) {
      case "constant" -> Optional.of(new ConstantRate());
      case "cosine" -> Optional.of(new CosineDecay(params.path("floor").asDouble()));
      case "multistep" ->
          Optional.of(
              new PiecewiseDecay(integers(params.get("epochs")), params.get("gamma").asDouble()));
      default -> Optional.empty();
    };
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> result = new ArrayList<>();
    array.forEach(element -> result.add(element.asInt()));
    return result;
  }
}
