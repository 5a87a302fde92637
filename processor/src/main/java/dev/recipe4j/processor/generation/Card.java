package dev.recipe4j.processor.generation;

import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The card of a recipe: everything that follows from it, as a Markdown page. */
final class Card {
  private static final int BYTES_OF_A_FLOAT = 4;
  private static final double MEGA = 1e6;

  private final String recipeClass;
  private final String pipelineClass;
  private final RecipeSpec recipe;
  private final Verdict verdict;
  private final StringBuilder text = new StringBuilder();

  /**
   * A card.
   *
   * @param recipeClass name of the recipe class with its package
   * @param pipelineClass name of the pipeline class with its package
   */
  Card(String recipeClass, String pipelineClass, RecipeSpec recipe, Verdict verdict) {
    this.recipeClass = recipeClass;
    this.pipelineClass = pipelineClass;
    this.recipe = recipe;
    this.verdict = verdict;
  }

  String text() {
    add("# " + recipe.recipe().id());
    add("");
    add("Recipe `%s`, pipeline `%s`.".formatted(recipeClass, pipelineClass));
    addTraining();
    addNetwork();
    addValues();
    addFindings();
    addAccepts();
    return text.toString();
  }

  private void addTraining() {
    heading("Training");
    add("* " + length());
    if (!recipe.has(Slot.SCHEDULE)) {
      add("* the schedule is a class of its own: its curve is checked when the recipe is loaded");
      return;
    }
    add("");
    add("![Learning rate over the epochs](%s.svg)".formatted(recipe.recipe().id()));
  }

  private String length() {
    OptionalInt examples = recipe.dataset().trainExamples();
    int epochs = recipe.recipe().epochs();
    String shown = Decimals.count(epochs, "epoch");
    TrainingLength length = TrainingLength.of(recipe);
    if (examples.isEmpty()) {
      return shown + "; the number of training examples is not given";
    }
    if (length.updatesPerEpoch().isEmpty()) {
      return shown
          + " without an update: "
          + number("%,d training examples make no batch of ", examples.getAsInt())
          + recipe.batch().value();
    }
    long updates = length.updatesPerEpoch().getAsLong();
    return shown
        + number(" of %,d ", updates)
        + Decimals.noun(updates, "update")
        + number(" (%,d training examples)", examples.getAsInt())
        + number(", %,d ", epochs * updates)
        + Decimals.noun(epochs * updates, "update")
        + " in all";
  }

  private void addNetwork() {
    heading("Network");
    table("property", "value");
    row("name", Networks.name(recipe));
    row("input (channels x height x width)", recipe.inputShape().toString());
    if (!recipe.has(Slot.MODEL)) {
      row("shapes and parameters", "checked when the recipe is loaded");
      return;
    }
    try {
      NetworkAnalysis analysis = NetworkAnalysis.of(recipe.network(), recipe.inputShape());
      row("parameters", number("%,d", analysis.parameters()));
      row("buffers", number("%,d", analysis.buffers()));
      row("multiply-adds of one example, forward", number("%,d", analysis.multiplyAdds()));
      row("activation memory of one example", megabytes(analysis.activations()));
      row(
          "activation memory of one shard of " + recipe.batch().shard(),
          megabytes(analysis.activations() * recipe.batch().shard()));
    } catch (IllegalArgumentException e) {
      row("does not fit its input", String.valueOf(e.getMessage()));
    }
  }

  private static String megabytes(long floats) {
    return String.format(Locale.ROOT, "%,.2f MB (float32)", floats * BYTES_OF_A_FLOAT / MEGA);
  }

  private void addValues() {
    heading("Values");
    table("component", "member", "value", "from");
    new CardValues(verdict.declaration(), recipe)
        .rows()
        .forEach(row -> row(row.component(), row.member(), row.value(), row.from()));
  }

  private void addFindings() {
    heading("Findings");
    if (verdict.findings().isEmpty()) {
      add("None.");
      return;
    }
    table("rule", "severity", "finding", "fix");
    for (Finding finding : verdict.findings()) {
      row(finding.rule().name(), severity(finding.severity()), finding.message(), finding.fix());
    }
  }

  private static String severity(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private void addAccepts() {
    List<Acceptance> accepts = verdict.declaration().acceptances();
    if (accepts.isEmpty()) {
      return;
    }
    heading("Accepted");
    table("rule", "because", "from", "finding");
    for (Acceptance accept : accepts) {
      String from =
          accept.origin().isOwn() ? "written" : "inherited from " + accept.origin().declaredBy();
      row(accept.rule().name(), accept.because(), from, accepted(accept));
    }
  }

  private String accepted(Acceptance accept) {
    List<String> messages = new ArrayList<>();
    verdict.accepted().stream()
        .filter(accepted -> accepted.acceptance().equals(accept))
        .forEach(accepted -> messages.add(accepted.finding().message()));
    return messages.isEmpty() ? "none here" : String.join("; ", messages);
  }

  private void heading(String title) {
    add("");
    add("## " + title);
    add("");
  }

  private void table(String... columns) {
    row(columns);
    add("|" + " --- |".repeat(columns.length));
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|").replace("\n", " "));
    }
    add("| " + String.join(" | ", escaped) + " |");
  }

  private void add(String line) {
    text.append(line).append('\n');
  }

  private static String number(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }
}
