package dev.recipe4j.runtime.report;

import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.train.EvaluationDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report shows. What is not there is said with its reason.
 *
 * @param run the run
 * @param evaluation its best epoch, class by class
 * @param mistakes pictures of the worst mistakes, by the index of the validation image
 * @param samples training images after each step of the augmentation
 * @param card of the recipe, in Markdown
 * @param verdict of the rules
 * @param log what happened, line by line
 * @param reasons why something is not there
 */
public record ReportContent(
    RunRecord run,
    Optional<EvaluationDocument> evaluation,
    Map<Integer, Image> mistakes,
    List<Sample> samples,
    Optional<String> card,
    Optional<Verdict> verdict,
    List<String> log,
    Map<Part, String> reasons) {
  /** Parts that may be missing. */
  public enum Part {
    EVALUATION,
    MISTAKES,
    SAMPLES,
    CARD,
    FINDINGS
  }

  public ReportContent {
    mistakes = Map.copyOf(mistakes);
    samples = List.copyOf(samples);
    log = List.copyOf(log);
    reasons = Map.copyOf(reasons);
  }

  /** Why a part is not there, or not whole; empty if it is. */
  Optional<String> reason(Part part) {
    return Optional.ofNullable(reasons.get(part));
  }
}
