package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which classes can be recipes. */
class SiteTest {
  @ParameterizedTest
  @EnumSource
  void saysWhyAClassCannotBeARecipe(Compiler compiler) {
    Map<String, String> sources =
        Sources.of(
            """
            class Outer {
              static final Class<?> USED = Hidden.class;

              // error: [STRUCTURE] Secret cannot be a recipe: it is a private class
              @Recipe(epochs = 8)
              PARTS
              private static class Secret {}

              // error: [STRUCTURE] Inner cannot be a recipe: it is an inner (non-static) class
              @Recipe(epochs = 8)
              PARTS
              class Inner {}

              @Recipe(epochs = 8)
              PARTS
              static class Nested {}

              private interface Hidden {
                // error: [STRUCTURE] Deep cannot be a recipe: it is nested in the private Hidden
                @Recipe(epochs = 8)
                PARTS
                class Deep {}
              }

              interface Shown {
                @Recipe(epochs = 8)
                PARTS
                class Implicit {}
              }
            }

            // error: [STRUCTURE] Generic cannot be a recipe: it is generic
            @Recipe(epochs = 8)
            PARTS
            interface Generic<T> {}

            // error: [STRUCTURE] Note cannot be a recipe: it is an annotation type
            @Recipe(epochs = 8)
            PARTS
            @interface Note {}

            @Recipe(epochs = 8)
            PARTS
            abstract class Abstract {}
            """
                .replace("PARTS", Sources.SOUND_PARTS));

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
  }

  /** ECJ 3.38 knows no position of a record, so the message has to name it. */
  @ParameterizedTest
  @EnumSource
  void refusesARecord(Compiler compiler) {
    Map<String, String> sources =
        Sources.of("@Recipe(epochs = 8) %s record Data() {}".formatted(Sources.SOUND_PARTS));

    List<String> errors = compiler.compile(sources).errors();

    assertEquals(1, errors.size());
    assertTrue(errors.get(0).contains("Data cannot be a recipe: it is a record"), errors.get(0));
  }
}
