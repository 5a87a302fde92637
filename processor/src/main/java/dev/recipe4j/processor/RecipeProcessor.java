package dev.recipe4j.processor;

import com.google.auto.service.AutoService;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.processor.generation.RecipeWriter;
import dev.recipe4j.processor.reading.RecipeReader;
import dev.recipe4j.processor.reporting.Reporter;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.RuleOptions;
import dev.recipe4j.rules.Verdict;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

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
  private final BiFunction<Declaration, RuleOptions, Verdict> rules;
  private final CompiledTypes compiled = new CompiledTypes();
  private @Nullable RecipeCompiler compiler;

  /** For the compiler. */
  public RecipeProcessor() {
    this(RuleEngine::check);
  }

  RecipeProcessor(BiFunction<Declaration, RuleOptions, Verdict> rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.recipe4j.*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(RuleOptions.RULES, RuleOptions.STRICT);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Elements elements = environment.getElementUtils();
    Reporter reporter = new Reporter(environment.getMessager());
    RuleOptions options = options(environment, reporter);
    compiler =
        new RecipeCompiler(
            elements,
            new RecipeReader(elements, compiled::contains),
            reporter,
            new RecipeWriter(environment.getFiler(), elements, RecipeProcessor.class.getName()),
            declaration -> rules.apply(declaration, options));
  }

  /** Read once and before any recipe, so that a misspelt option is told even without one. */
  private static RuleOptions options(ProcessingEnvironment environment, Reporter reporter) {
    try {
      return RuleOptions.parse(environment.getOptions());
    } catch (IllegalArgumentException e) {
      reporter.wrongOption(String.valueOf(e.getMessage()));
      return RuleOptions.STANDARD;
    }
  }

  /**
   * Claims the annotations: they mean nothing to other processors, and javac warns of annotations
   * that nobody claims.
   */
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    compiled.add(round);
    if (compiler != null) {
      compiler.round(CompiledTypes.recipes(annotations, round), round.processingOver());
    }
    return true;
  }
}
