package dev.recipe4j.runtime.advice;

import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether a run overfitted or underfitted, judged by its last measured epoch as training-tricks §8
 * does, with numbers:
 *
 * <ul>
 *   <li>overfitted: accuracy on the training images as trained more than {@value #AS_TRAINED} above
 *       that on the test images; or on clean training images more than {@value #CLEAN} above it; or
 *       more than half of that, while the test loss has risen by {@value #LOSS_RISE} of its lowest;
 *   <li>underfitted: as trained more than {@value #BELOW} below the test images. Epochs of mixed
 *       batches do not count: their accuracy is low by design. On clean training images, it always
 *       counts;
 *   <li>untrained: neither on clean training nor on test images better than {@value #CHANCE} times
 *       guessing, or than guessing and {@value #LITTLE} of what it leaves.
 * </ul>
 *
 * <p>A difference counts only beyond two standard errors of the accuracies that it is made of.
 * Clean images are judged more mildly than those as trained, because a network that has learned
 * something knows the very images it saw better.
 *
 * @param fit the verdict
 * @param epoch what it was judged by
 * @param epochs how many the recipe has
 * @param evidence why, a sentence each
 */
public record Diagnosis(Fit fit, EpochResult epoch, int epochs, List<String> evidence) {
  static final double AS_TRAINED = 0.05;
  static final double CLEAN = 0.10;
  static final double BELOW = 0.01;
  static final double LOSS_RISE = 0.10;
  static final double CHANCE = 2;
  static final double LITTLE = 0.10;
  private static final double STANDARD_ERRORS = 2;

  public Diagnosis {
    evidence = List.copyOf(evidence);
  }

  /**
   * Judges a run.
   *
   * @param history its epochs, the first one first
   * @throws RunException if no epoch was measured
   */
  public static Diagnosis of(RunDocument run, List<EpochResult> history) {
    EpochResult last =
        history.stream()
            .filter(row -> row.testTop1().isPresent() && row.cleanTrainTop1().isPresent())
            .reduce((first, second) -> second)
            .orElseThrow(
                () -> new RunException("no epoch was measured: train for longer, then ask again"));
    return new Judge(run, history, last).judge();
  }

  private static final class Judge {
    private final RunDocument run;
    private final List<EpochResult> history;
    private final EpochResult last;
    private final double test;
    private final double clean;

    Judge(RunDocument run, List<EpochResult> history, EpochResult last) {
      this.run = run;
      this.history = history;
      this.last = last;
      this.test = last.testTop1().orElseThrow();
      this.clean = last.cleanTrainTop1().orElseThrow();
    }

    Diagnosis judge() {
      double guessing = 1.0 / run.classNames().size();
      double little = Math.min(CHANCE * guessing, guessing + LITTLE * (1 - guessing));
      if (Math.max(test, clean) <= little) {
        return diagnosis(
            Fit.UNTRAINED,
            List.of(
                "clean training images %s and test images %s; guessing gives %s"
                    .formatted(percent(clean), percent(test), percent(guessing))));
      }
      List<String> over = overfitting();
      if (!over.isEmpty()) {
        return diagnosis(Fit.OVERFITTED, over);
      }
      List<String> under = underfitting();
      return under.isEmpty()
          ? diagnosis(Fit.BALANCED, balance())
          : diagnosis(Fit.UNDERFITTED, under);
    }

    private Diagnosis diagnosis(Fit fit, List<String> evidence) {
      return new Diagnosis(fit, last, run.recipe().recipe().epochs(), evidence);
    }

    private List<String> overfitting() {
      List<String> evidence = new ArrayList<>();
      OptionalDouble trained = comparable();
      if (trained.isPresent() && isAbove(trained.getAsDouble(), trainErrors(), AS_TRAINED)) {
        evidence.add(
            "training images as trained %s, test images %s: more than %s above is overfitting"
                .formatted(percent(trained.getAsDouble()), percent(test), points(AS_TRAINED)));
      }
      if (isAbove(clean, cleanErrors(), CLEAN)) {
        evidence.add(
            "clean training images %s, test images %s: more than %s above is overfitting"
                .formatted(percent(clean), percent(test), points(CLEAN)));
      }
      double lowest =
          history.stream()
              .mapToDouble(row -> row.testLoss().orElse(Double.MAX_VALUE))
              .min()
              .orElse(0);
      double loss = last.testLoss().orElse(lowest);
      if (isAbove(clean, cleanErrors(), CLEAN / 2) && loss > (1 + LOSS_RISE) * lowest) {
        evidence.add(
            String.format(
                Locale.ROOT,
                "the test loss was %.3f at its lowest and is %.3f, while training images get better",
                lowest,
                loss));
      }
      return evidence;
    }

    private List<String> underfitting() {
      List<String> evidence = new ArrayList<>();
      OptionalDouble trained = comparable();
      if (trained.isPresent() && isBelow(trained.getAsDouble(), trainErrors())) {
        evidence.add(
            "training images as trained %s, test images %s: below is underfitting"
                .formatted(percent(trained.getAsDouble()), percent(test)));
      }
      if (isBelow(clean, cleanErrors())) {
        evidence.add(
            "clean training images %s, test images %s: below is underfitting"
                .formatted(percent(clean), percent(test)));
      }
      return evidence;
    }

    private List<String> balance() {
      List<String> evidence = new ArrayList<>();
      evidence.add(
          "clean training images %s, test images %s: not far apart"
              .formatted(percent(clean), percent(test)));
      if (!run.recipe().mixes().isEmpty()) {
        evidence.add("the accuracy as trained does not count: batches are mixed");
      }
      return evidence;
    }

    /** The accuracy as trained, if the recipe does not mix batches. */
    private OptionalDouble comparable() {
      return run.recipe().mixes().isEmpty() ? last.trainTop1() : OptionalDouble.empty();
    }

    private boolean isAbove(double train, double errors, double threshold) {
      return train - test > Math.max(threshold, errors);
    }

    private boolean isBelow(double train, double errors) {
      return test - train > Math.max(BELOW, errors);
    }

    private double trainErrors() {
      return errors(last.trainTop1().orElse(0), run.trainExamples());
    }

    /** Clean training images are as many as test images, if there are so many. */
    private double cleanErrors() {
      return errors(clean, Math.min(run.trainExamples(), run.validationExamples()));
    }

    private double errors(double train, int examples) {
      return STANDARD_ERRORS
          * Math.sqrt(
              test * (1 - test) / run.validationExamples() + train * (1 - train) / examples);
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.0f points", 100 * share);
  }
}
