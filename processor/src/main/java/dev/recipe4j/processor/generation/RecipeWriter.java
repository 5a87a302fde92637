package dev.recipe4j.processor.generation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.recipe4j.Slot;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what the compiler makes of recipes: pipelines, cards and the catalogue. */
public final class RecipeWriter {
  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final String CARDS = "META-INF/recipe4j/";
  private static final String SERVICE_FILE =
      "META-INF/services/" + RuntimeApi.PIPELINE.canonicalName();

  private final Filer filer;
  private final boolean marksGenerated;
  private final String processor;

  /**
   * A writer.
   *
   * @param processor class name of the processor that writes
   */
  public RecipeWriter(Filer filer, Elements elements, String processor) {
    this.filer = filer;
    this.marksGenerated = elements.getTypeElement(GENERATED) != null;
    this.processor = processor;
  }

  /** Writes the pipeline of a sound recipe, and its card. */
  public void write(TypeElement recipe, Verdict verdict) {
    RecipeSpec spec = verdict.recipe().orElseThrow();
    writePipeline(recipe, Optional.of(verdict));
    String id = spec.recipe().id();
    Card card = new Card(recipe.getQualifiedName().toString(), pipelineName(recipe), spec, verdict);
    writeResource(CARDS + id + ".md", card.text(), List.of(recipe));
    if (spec.has(Slot.SCHEDULE)) {
      writeResource(CARDS + id + ".svg", CurvePicture.of(spec), List.of(recipe));
    }
  }

  /** Writes the stand-in for the pipeline of a recipe with errors. */
  public void writeStandIn(TypeElement recipe) {
    writePipeline(recipe, Optional.empty());
  }

  /** Writes the service file that lists the pipelines of the given recipe classes. */
  public void writeCatalog(Collection<TypeElement> recipes, List<Element> origins) {
    List<String> lines = recipes.stream().map(RecipeWriter::pipelineName).sorted().toList();
    writeResource(SERVICE_FILE, String.join("\n", lines) + "\n", origins);
  }

  /** Binary name of the pipeline class of a recipe class. */
  private static String pipelineName(TypeElement recipe) {
    return PipelineName.of(recipe).canonicalName();
  }

  private void writePipeline(TypeElement recipe, Optional<Verdict> verdict) {
    ClassName name = PipelineName.of(recipe);
    TypeSpec.Builder type =
        new PipelineSource(name, recipe.getSimpleName().toString(), verdict)
            .type()
            .addOriginatingElement(recipe);
    if (marksGenerated) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
              .addMember("value", "$S", processor)
              .build());
    }
    JavaFile file =
        JavaFile.builder(name.packageName(), type.build()).skipJavaLangImports(true).build();
    try {
      file.writeTo(filer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeResource(String path, String text, List<? extends Element> origins) {
    // Not openWriter, whose encoding is that of the compiler's platform.
    try (OutputStream stream =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", path, origins.toArray(Element[]::new))
            .openOutputStream()) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
