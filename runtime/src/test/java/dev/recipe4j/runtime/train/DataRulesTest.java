package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is asked of the data when a run starts. */
class DataRulesTest {
  private static final String DECLARED = "sha256:" + "a".repeat(64);
  private static final ClassNames NAMES = new ClassNames(List.of("left", "middle", "right"));

  /** Spots with a fingerprint. */
  private record Printed(Blobs blobs, Optional<String> fingerprint) implements ImageData {
    @Override
    public Examples train() {
      return blobs.train();
    }

    @Override
    public Examples validation() {
      return blobs.validation();
    }

    @Override
    public int classes() {
      return blobs.classes();
    }

    @Override
    public Optional<List<String>> classNames() {
      return blobs.classNames();
    }

    @Override
    public String description() {
      return blobs.description();
    }
  }

  private static Dataset dataset(int classes, Optional<String> fingerprint) {
    return new Dataset(
        Optional.empty(),
        classes,
        OptionalInt.of(240),
        OptionalInt.of(60),
        OptionalInt.of(16),
        OptionalInt.empty(),
        1,
        fingerprint);
  }

  private static void check(ImageData data, Component... components) {
    DataRules.check(Recipes.spots(components), data);
  }

  private static String refusal(ImageData data, Component... components) {
    return String.valueOf(
        assertThrows(RunFindingException.class, () -> check(data, components)).getMessage());
  }

  @Test
  void theSameFingerprintIsNoDrift() {
    check(
        new Printed(new Blobs(240, 60), Optional.of(DECLARED)), dataset(3, Optional.of(DECLARED)));
    // The counts that are declared may be set for a run; the data is still the data.
    check(new Printed(new Blobs(9, 9), Optional.of(DECLARED)), dataset(3, Optional.of(DECLARED)));
  }

  @Test
  void withoutAFingerprintNothingIsCompared() {
    check(new Printed(new Blobs(9, 9), Optional.of(DECLARED)), dataset(3, Optional.empty()));
    check(new Printed(new Blobs(9, 9), Optional.empty()), dataset(3, Optional.of(DECLARED)));
  }

  @Test
  void driftTellsTheFactsThatDiffer() {
    Optional<String> found = Optional.of("sha256:" + "b".repeat(64));
    String remedy =
        "; run 'recipe4j scan' on it again and review what changes, or drop the fingerprint from"
            + " @Dataset";
    assertEquals(
        "[DATA_DRIFT] synthetic spots is not the data that the recipe spots declares: fingerprint"
            + " sha256:bbbbbbbbbbbb... instead of sha256:aaaaaaaaaaaa..."
            + remedy,
        refusal(new Printed(new Blobs(240, 60), found), dataset(3, Optional.of(DECLARED)), NAMES));
    assertEquals(
        "[DATA_DRIFT] synthetic spots is not the data that the recipe spots declares: 239 training"
            + " images instead of 240, 61 validation images instead of 60, 3 classes instead of 4,"
            + " without class 'top', with the new class 'middle', fingerprint"
            + " sha256:bbbbbbbbbbbb... instead of sha256:aaaaaaaaaaaa..."
            + remedy,
        refusal(
            new Printed(new Blobs(239, 61), found),
            dataset(4, Optional.of(DECLARED)),
            new ClassNames(List.of("left", "top", "right"))));
  }

  @Test
  void classesThatDifferAreAMismatch() {
    assertEquals(
        "[CLASSES_MISMATCH] the recipe spots is for 4 classes, the data has 3: synthetic spots;"
            + " train on the data that the recipe is for, or give it a @Dataset(classes = 3, ...)",
        refusal(new Blobs(240, 60), dataset(4, Optional.empty())));
    assertEquals(
        "[CLASSES_MISMATCH] class 1 is 'top' in the recipe spots, but 'middle' in the data:"
            + " synthetic spots; rename the folder, or mend @ClassNames",
        refusal(new Blobs(240, 60), new ClassNames(List.of("left", "top", "right"))));
    check(new Blobs(240, 60), NAMES);
  }
}
