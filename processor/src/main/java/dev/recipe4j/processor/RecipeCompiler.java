package dev.recipe4j.processor;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.processor.generation.RecipeWriter;
import dev.recipe4j.processor.reading.Reading;
import dev.recipe4j.processor.reading.RecipeReader;
import dev.recipe4j.processor.reporting.Reporter;
import dev.recipe4j.rules.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Takes recipes through the rounds of one compilation: reads, judges, reports and writes each as
 * soon as everything that it names exists.
 */
final class RecipeCompiler {
  private final Elements elements;
  private final RecipeReader reader;
  private final Reporter reporter;
  private final RecipeWriter writer;
  private final Function<Declaration, Verdict> rules;

  private final RecipeIds ids = new RecipeIds();

  /** Recipes not yet done, by name: elements do not outlive a round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /** What the pipelines that were written were made of. */
  private final Map<String, Declaration> done = new HashMap<>();

  RecipeCompiler(
      Elements elements,
      RecipeReader reader,
      Reporter reporter,
      RecipeWriter writer,
      Function<Declaration, Verdict> rules) {
    this.elements = elements;
    this.reader = reader;
    this.reporter = reporter;
    this.writer = writer;
    this.rules = rules;
  }

  /** A recipe that was read and judged but not yet written. */
  private record Judged(TypeElement recipe, Reading.Complete reading, Verdict verdict) {}

  /**
   * One round of processing.
   *
   * @param recipes names of the recipes that are new in it
   */
  void round(Collection<String> recipes, boolean isLast) {
    waiting.addAll(recipes);
    int before = done.size();
    List<Judged> lacking = new ArrayList<>();
    for (TypeElement recipe : elementsOf(waiting)) {
      guarded(recipe, () -> compile(recipe, isLast, lacking));
    }
    // Older javacs hide an annotation whose type does not exist yet: what looks like an empty slot
    // may be filled in the next round. There is one for certain only if something was written and
    // nothing was wrong: an error makes the next round the last, too late to write in.
    boolean mayBeFilled = done.size() > before && !isLast && !reporter.hasReportedErrors();
    if (!mayBeFilled) {
      lacking.forEach(judged -> guarded(judged.recipe(), () -> finish(judged)));
    }
    if (isLast) {
      elementsOf(done.keySet()).forEach(recipe -> guarded(recipe, () -> verify(recipe)));
    }
  }

  private List<TypeElement> elementsOf(Collection<String> names) {
    List<TypeElement> found = new ArrayList<>();
    for (String name : names) {
      TypeElement element = elements.getTypeElement(name);
      if (element != null) {
        found.add(element);
      }
    }
    return found;
  }

  private void compile(TypeElement recipe, boolean isLast, List<Judged> lacking) {
    Reading reading = reader.read(recipe);
    if (reading instanceof Reading.Complete complete) {
      Verdict verdict = ids.check(rules.apply(complete.declaration()), recipe);
      Judged judged = new Judged(recipe, complete, verdict);
      if (verdict.findings().stream().anyMatch(f -> f.rule() == Rule.MISSING_SLOT)) {
        lacking.add(judged);
      } else {
        finish(judged);
      }
    } else if (isLast && reading instanceof Reading.Incomplete incomplete) {
      waiting.remove(recipe.getQualifiedName().toString());
      reporter.incomplete(recipe.getSimpleName().toString(), incomplete);
      writer.writeStandIn(recipe);
    }
  }

  private void finish(Judged judged) {
    String name = judged.recipe().getQualifiedName().toString();
    waiting.remove(name);
    done.put(name, judged.reading().declaration());
    reporter.report(judged.verdict(), judged.reading().positions());
    if (judged.verdict().recipe().isPresent()) {
      writer.write(judged.recipe(), judged.verdict());
    } else {
      writer.writeStandIn(judged.recipe());
    }
  }

  /** Makes sure that no pipeline was written before an annotation of its recipe existed. */
  private void verify(TypeElement recipe) {
    Declaration then = done.get(recipe.getQualifiedName().toString());
    if (reader.read(recipe) instanceof Reading.Complete now && !now.declaration().equals(then)) {
      reporter.outdated(recipe.getSimpleName().toString(), now.positions().recipe());
    }
  }

  /** A fault of ours must not take the compiler down, nor hide what it has to say. */
  private void guarded(TypeElement recipe, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      waiting.remove(recipe.getQualifiedName().toString());
      reporter.failed(recipe, e);
    }
  }
}
