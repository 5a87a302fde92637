package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The operations against PIL, byte by byte. */
class ImageOracleTest {
  private static final String FILE = "image_ops.json";
  private static final Pattern RESIZE = Pattern.compile("resize_bilinear_(\\d+)x(\\d+)");
  private static final Pattern STRENGTH =
      Pattern.compile("([a-zA-Z_]+)_(-?[0-9.]+)(?:_([a-z]+)_fill128)?");

  /** A test of its own, because the report does not show that a factory of tests was skipped. */
  @Test
  void goldenValuesAreThere() throws IOException {
    Oracle.json(FILE);
  }

  @TestFactory
  Stream<DynamicTest> operations() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode result : Oracle.json(FILE).get("results")) {
      String source = result.get("source").asText();
      String operation = result.get("op").asText();
      Image image = source(source);
      apply(operation, image)
          .ifPresent(
              actual ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          source + " " + operation, () -> assertSame(result, actual))));
    }
    // All but two: no recipe mirrors top to bottom.
    assertEquals(100, tests.size(), "cases of the operations that exist");
    return tests.stream();
  }

  private static Image source(String name) {
    return Image.read(Oracle.file("images/%s_source.png".formatted(name)));
  }

  private static Optional<Image> apply(String operation, Image image) {
    Matcher strength = STRENGTH.matcher(operation);
    if (strength.matches()) {
      double amount = Double.parseDouble(strength.group(2));
      Optional<Image> changed =
          Optional.ofNullable(strength.group(3))
              .map(interpolation -> moved(strength.group(1), amount, interpolation, image))
              .orElseGet(() -> changed(strength.group(1), amount, image));
      if (changed.isPresent()) {
        return changed;
      }
    }
    Matcher resize = RESIZE.matcher(operation);
    if (resize.matches()) {
      int width = Integer.parseInt(resize.group(1));
      return Optional.of(Bilinear.resize(image, Integer.parseInt(resize.group(2)), width));
    }
    return switch (operation) {
      case "hflip" -> Optional.of(RandomFlip.mirrored(image));
      case "crop_t5_l9_h20_w20" -> Optional.of(new Region(5, 9, 20, 20).of(image));
      case "resized_crop_t5_l9_h20_w23_to_32x32" ->
          Optional.of(Bilinear.resize(new Region(5, 9, 20, 23).of(image), 32, 32));
      case "pad4_zero" -> Optional.of(new PadAndCrop(4).padded(image));
      case "resize_short_40" -> Optional.of(new EvaluationCrop(40, 32).shorterSide(image));
      case "resize_short_40_centercrop_32" ->
          Optional.of(new EvaluationCrop(40, 32).apply(image, Draw.of(0, 0, 0)));
      case "grayscale3" -> Optional.of(image.withChannels(1).withChannels(3));
      case "autocontrast" -> Optional.of(ToneTables.autocontrast(image));
      case "equalize" -> Optional.of(ToneTables.equalize(image));
      case "invert" -> Optional.of(ToneTables.invert(image));
      default -> Optional.empty();
    };
  }

  private static Optional<Image> changed(String operation, double amount, Image image) {
    return switch (operation) {
      case "brightness" -> Optional.of(Enhancement.brightness(image, amount));
      case "contrast" -> Optional.of(Enhancement.contrast(image, amount));
      case "color" -> Optional.of(Enhancement.color(image, amount));
      case "sharpness" -> Optional.of(Enhancement.sharpness(image, amount));
      case "posterize" -> Optional.of(ToneTables.posterize(image, (int) amount));
      case "solarize" -> Optional.of(ToneTables.solarize(image, amount));
      case "adjust_hue" -> Optional.of(Hue.turn(image, amount));
      default -> Optional.empty();
    };
  }

  private static Optional<Image> moved(
      String operation, double amount, String interpolation, Image image) {
    if (interpolation.equals("bicubic")) {
      return Optional.of(Shear.rows(image, amount));
    }
    Affine affine =
        switch (operation) {
          case "rotate" -> Affine.rotation(amount, image.height(), image.width());
          case "shearX" -> new Affine(1, amount, 0, 0, 1, 0);
          case "shearY" -> new Affine(1, 0, 0, amount, 1, 0);
          case "translateX" -> Affine.translation(amount, 0);
          case "translateY" -> Affine.translation(0, amount);
          default -> throw new IllegalArgumentException(operation);
        };
    return Optional.of(
        interpolation.equals("nearest") ? affine.nearest(image) : affine.bilinear(image));
  }

  private static void assertSame(JsonNode expected, Image actual) {
    assertEquals(expected.get("height").asInt(), actual.height());
    assertEquals(expected.get("width").asInt(), actual.width());
    for (int i = 0; i < 12; i++) {
      assertEquals(
          expected.get("first4_pixels").get(i).asInt(), actual.pixels()[i] & 0xff, "sample " + i);
    }
    CRC32 crc = new CRC32();
    crc.update(actual.pixels());
    assertEquals(
        expected.get("crc32_hwc_rgb").asText(), "%08x".formatted(crc.getValue()), "all samples");
  }

  @TestFactory
  Stream<DynamicTest> normalisedValues() throws IOException {
    return StreamSupport.stream(Oracle.json(FILE).get("normalise").spliterator(), false)
        .map(
            expected ->
                DynamicTest.dynamicTest(
                    expected.get("source").asText(),
                    () -> assertNormalised(expected, source(expected.get("source").asText()))));
  }

  private static void assertNormalised(JsonNode expected, Image image) {
    Batched<?> chain =
        Decoded.images(3)
            .normalize(numbers(expected.get("mean")), numbers(expected.get("std")))
            .batched();
    int size = Math.toIntExact(chain.shape(image).size());
    FloatBuffer batch = FloatBuffer.allocate(2 * size);
    chain.load(image, Draw.of(0, 0, 0), batch, 1);

    List<Double> first = numbers(expected.get("first12_flat"));
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i), batch.get(size + i), 1e-6);
    }
    List<Double> last = numbers(expected.get("last3_flat"));
    for (int i = 0; i < last.size(); i++) {
      assertEquals(last.get(i), batch.get(2 * size - last.size() + i), 1e-6);
    }
    int plane = image.height() * image.width();
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < plane; i++) {
        double value = batch.get(size + channel * plane + i);
        sum += value;
        squares += value * value;
      }
      assertEquals(expected.get("channel_sum").get(channel).asDouble(), sum, 1e-3);
      assertEquals(expected.get("channel_sumsq").get(channel).asDouble(), squares, 1e-3);
    }
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }
}
