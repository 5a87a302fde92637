package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.DataFacts;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source of a data annotation, and its name and package. */
class DataAnnotationTest {
  private static final String FINGERPRINT = "sha256:" + "0".repeat(64);

  private static DataFacts facts(List<String> classNames, List<Double> std) {
    return new DataFacts(
        5,
        classNames,
        2936,
        734,
        OptionalInt.empty(),
        159,
        3,
        List.of(0.4588, 0.4195, 0.3),
        std,
        Optional.of(FINGERPRINT),
        List.of());
  }

  @Test
  void isComposedOfTheFacts() {
    DataFacts flowers =
        facts(
            List.of("daisy", "dandelion", "roses", "sunflowers", "tulips"),
            List.of(0.2945, 0.2651, 0.0004));
    assertEquals(
        """
        package com.acme;

        import dev.recipe4j.ClassNames;
        import dev.recipe4j.Dataset;
        import dev.recipe4j.Normalize;

        /** 2936 training and 734 validation images of 5 classes, as recipe4j scan found them. */
        @Dataset(
            classes = 5,
            trainExamples = 2936,
            validationExamples = 734,
            smallestSide = 159,
            channels = 3,
            fingerprint = "%s")
        @ClassNames({"daisy", "dandelion", "roses", "sunflowers", "tulips"})
        @Normalize(
            mean = {0.459, 0.420, 0.300},
            std = {0.295, 0.265, 1.000})
        public @interface Flowers {}
        """
            .formatted(FINGERPRINT),
        new DataAnnotation(flowers, "com.acme", "Flowers").source());
  }

  @Test
  void manyNamesAreALineEach() {
    DataFacts facts = facts(Collections.nCopies(20, "a name"), List.of(1.0, 1.0, 1.0));
    String source = new DataAnnotation(facts, "", "Many").source();
    assertTrue(source.startsWith("import dev.recipe4j.ClassNames;\n"), source);
    assertTrue(source.contains("@ClassNames({\n  \"a name\",\n  \"a name\",\n"), source);
    assertTrue(source.contains("  \"a name\"\n})\n"), source);
  }

  @Test
  void namesAreEscapedWhereTheyCouldNotBeRead() {
    assertEquals("\"a \\\"b\\\" \\\\u0041\"", DataAnnotation.literal("a \"b\" \\u0041"));
    assertEquals("\"向日葵 é\"", DataAnnotation.literal("向日葵 é"));
    assertEquals("\"a\\nb\\tc\\r\"", DataAnnotation.literal("a\nb\tc\r"));
    // A mark that turns the direction of the text behind it, a no-break space, an emoji.
    assertEquals("\"\\u202e \\u00a0 \uD83C\uDF3B\"", DataAnnotation.literal("\u202e \u00a0 🌻"));
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/com/acme/Flowers.java, com.acme, Flowers",
    "/a/src/test/java/Flowers.java, '', Flowers",
    "src/main/java/x/src/main/java/com/acme/F1.java, com.acme, F1",
  })
  void thePlaceFollowsFromTheFile(Path file, String packageName, String name) {
    AnnotationPlace place = AnnotationPlace.of(file, Optional.empty());
    assertEquals(new AnnotationPlace(packageName, name), place);
  }

  @ParameterizedTest
  @CsvSource({
    "my-photos, MyPhotos",
    "photos, Photos",
    "dataset, ImagesDataset",
    "2024, Images2024",
    "..., Images",
    "Blumen_groß, BlumenGroß",
  })
  void theNameFollowsFromTheFolder(Path folder, String name) {
    assertEquals(name, AnnotationPlace.ofData(folder, Optional.empty()).name());
  }
}
