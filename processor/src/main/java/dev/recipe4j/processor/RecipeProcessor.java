package dev.recipe4j.processor;

import com.google.auto.service.AutoService;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.processor.generation.RecipeWriter;
import dev.recipe4j.processor.reading.Reading;
import dev.recipe4j.processor.reading.RecipeReader;
import dev.recipe4j.processor.reporting.Reporter;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Compiles every {@code @Recipe}: reads it, applies the rules, reports all findings at once, and
 * writes its pipeline and card, or a stand-in if it has errors.
 *
 * <p>Each recipe is judged by itself, so that one with errors does not hide another. A recipe that
 * names something that another processor has yet to generate waits for the next round; what is
 * missing in the last is reported.
 */
@AutoService(Processor.class)
public final class RecipeProcessor extends AbstractProcessor {
  private final Function<Declaration, Verdict> rules;
  private final CompiledTypes compiled = new CompiledTypes();
  private final RecipeIds ids = new RecipeIds();

  /** Recipes to be read, by name: elements do not outlive a round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /** For the compiler. */
  public RecipeProcessor() {
    this(RuleEngine::check);
  }

  RecipeProcessor(Function<Declaration, Verdict> rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.recipe4j.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /**
   * Claims the annotations: they mean nothing to other processors, and javac warns of annotations
   * that nobody claims.
   */
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    compiled.add(round);
    CompiledTypes.recipes(annotations, round).forEach(waiting::add);
    Elements elements = processingEnv.getElementUtils();
    for (String name : List.copyOf(waiting)) {
      TypeElement recipe = elements.getTypeElement(name);
      if (recipe != null && isDone(recipe, round.processingOver())) {
        waiting.remove(name);
      }
    }
    return true;
  }

  private boolean isDone(TypeElement recipe, boolean isLastRound) {
    Elements elements = processingEnv.getElementUtils();
    Reporter reporter = new Reporter(processingEnv.getMessager());
    RecipeWriter writer =
        new RecipeWriter(processingEnv.getFiler(), elements, RecipeProcessor.class.getName());
    try {
      Reading reading = new RecipeReader(elements, compiled::contains).read(recipe);
      if (reading instanceof Reading.Complete complete) {
        compile(recipe, complete, reporter, writer);
        return true;
      }
      if (isLastRound && reading instanceof Reading.Incomplete incomplete) {
        reporter.incomplete(recipe.getSimpleName().toString(), incomplete);
        writer.writeStandIn(recipe);
      }
      return isLastRound;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // A fault of ours must not take the compiler down, nor hide what it has to say.
      reporter.failed(recipe, e);
      return true;
    }
  }

  private void compile(
      TypeElement recipe, Reading.Complete reading, Reporter reporter, RecipeWriter writer) {
    Verdict verdict = ids.check(rules.apply(reading.declaration()), recipe);
    reporter.report(verdict, reading.positions());
    if (verdict.recipe().isPresent()) {
      writer.write(recipe, verdict);
    } else {
      writer.writeStandIn(recipe);
    }
  }
}
