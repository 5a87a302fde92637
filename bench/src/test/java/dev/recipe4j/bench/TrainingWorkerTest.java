package dev.recipe4j.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A short measurement in this process. */
class TrainingWorkerTest {
  @Test
  void measuresStepsAfterStartAndWarmUp() throws IOException {
    Measurement m = TrainingWorker.measure(Contender.REFERENCE, Workload.LENET, 1, 0.5);
    assertTrue(m.steps() >= 1, m.summary());
    assertTrue(m.wallSeconds() >= 0.5 && m.wallSeconds() < 60, m.summary());
    // CPU time of this process before the first mark is not in the time between the marks.
    assertTrue(m.cpuSeconds() > 0 && m.startSeconds() > 0.5, m.summary());
    // LeNet has not learned by heart what it was given, and has not diverged.
    assertEquals(Math.log(10), m.loss(), 1, m.summary());
    assertTrue(m.peakKibibytes() > 1024, m.summary());
  }
}
