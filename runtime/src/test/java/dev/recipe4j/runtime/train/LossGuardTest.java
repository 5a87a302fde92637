package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a loss counts as exploded. */
class LossGuardTest {
  private final LossGuard guard = new LossGuard(10);

  /** Updates with a loss until it is complained of; 10,000 if it never is. */
  private static int updates(LossGuard guard, double loss) {
    return IntStream.rangeClosed(1, 10_000)
        .filter(update -> guard.complaint(loss).isPresent())
        .findFirst()
        .orElse(10_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void isNoNumber(double loss) {
    assertEquals(Optional.of("the loss is " + loss), guard.complaint(loss));
  }

  @Test
  void explodes() {
    assertEquals(Optional.empty(), guard.complaint(2.4));
    for (int update = 1; update <= 10; update++) {
      assertEquals(Optional.empty(), guard.complaint(1e6));
    }
    assertEquals(
        Optional.of("the loss has exploded to 1000000, its running mean is above 24"),
        guard.complaint(1e6));
    assertTrue(guard.isHigh(1e6));
    assertFalse(guard.isHigh(20));
  }

  /**
   * Ten times ln 10 is 23: what is below may last, what is above twice that may last 69 updates.
   */
  @Test
  void staysQuietAsLongAsItSays() {
    guard.complaint(2.3);
    assertEquals(10_000, updates(guard, 23));
    LossGuard other = new LossGuard(10);
    other.complaint(0);
    assertEquals(69, updates(other, 2 * 10 * Math.log(10)));
  }

  @Test
  void forgivesABatchNowAndThen() {
    for (int update = 0; update < 10_000; update++) {
      double loss = update % 100 == 99 ? 1e30 : 2;
      assertEquals(Optional.empty(), guard.complaint(loss), "update " + update);
    }
  }

  /** A network without normalisation may start far off, and gets better. */
  @Test
  void takesAWorseStartAsItsMeasure() {
    for (int update = 0; update < 1000; update++) {
      assertEquals(Optional.empty(), guard.complaint(300 * Math.pow(0.999, update)));
    }
  }
}
