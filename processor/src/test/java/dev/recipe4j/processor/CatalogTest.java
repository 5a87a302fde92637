package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service file that lists pipelines, and ids that two recipes share. */
class CatalogTest {
  private static final String SERVICE_FILE = "META-INF/services/dev.recipe4j.runtime.Pipeline";

  private static Map<String, String> withCatalog(Map<String, String> sources) {
    Map<String, String> all = new HashMap<>(sources);
    all.put("com/acme/package-info.java", "@dev.recipe4j.RecipeCatalog\npackage com.acme;\n");
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void listsTheSoundRecipesSorted(Compiler compiler) {
    Map<String, String> sources =
        withCatalog(
            Sources.of(
                """
                @Recipe(epochs = 8) PARTS interface Zebra {}
                class Outer { @Recipe(epochs = 8) PARTS interface Ant {} }
                // error: [VALUE_RANGE] epochs
                @Recipe(epochs = 0) PARTS interface Broken {}
                """
                    .replace("PARTS", Sources.SOUND_PARTS)));

    Compilation compilation = compiler.compile(sources);

    Markers.verify(sources, compilation);
    assertEquals(
        "com.acme.Outer_AntPipeline\ncom.acme.ZebraPipeline\n", compilation.file(SERVICE_FILE));
  }

  @ParameterizedTest
  @EnumSource
  void noCatalogWithoutTheAnnotation(Compiler compiler) {
    assertFalse(compiler.compile(Sources.of(Sources.SOUND)).has(SERVICE_FILE));
  }

  @ParameterizedTest
  @EnumSource
  void theSecondRecipeOfOneIdIsAnError(Compiler compiler) {
    Map<String, String> sources =
        withCatalog(
            Sources.of(
                """
                @Recipe(epochs = 8) PARTS interface LeNet5 {}

                @Recipe(epochs = 8,
                    // error: [RECIPE_ID] the id "le-net5" is already that of com.acme.LeNet5
                    id = "le-net5")
                PARTS interface Other {}
                """
                    .replace("PARTS", Sources.SOUND_PARTS)));

    Markers.verify(sources, compiler.compile(sources));
  }

  /** The other one claims the annotations, and javac asks in the order of the service file. */
  @Test
  void theCatalogProcessorComesFirst() {
    List<String> names =
        ServiceLoader.load(Processor.class, RecipeProcessor.class.getClassLoader()).stream()
            .map(provider -> provider.type().getName())
            .filter(name -> name.startsWith("dev.recipe4j"))
            .toList();

    assertEquals(
        List.of(RecipeCatalogProcessor.class.getName(), RecipeProcessor.class.getName()), names);
  }
}
