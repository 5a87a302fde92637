package dev.recipe4j.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The card of a recipe, which the compiler wrote beside its pipeline. */
public final class Card {
  private Card() {}

  /** Where the card of a recipe is on the class path. */
  public static String path(Pipeline pipeline) {
    return "META-INF/recipe4j/%s.md".formatted(pipeline.recipe().recipe().id());
  }

  /** The card in Markdown; empty if it is not on the class path. */
  public static Optional<String> of(Pipeline pipeline) {
    ClassLoader loader = pipeline.getClass().getClassLoader();
    try (InputStream in = loader.getResourceAsStream(path(pipeline))) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path(pipeline) + " cannot be read", e);
    }
  }
}
