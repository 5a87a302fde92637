package dev.recipe4j.runtime.weights;

import java.util.List;

/**
 * What became of the tensors of a file and of a network. Names are those of the file.
 *
 * @param publisher whose names the file has
 * @param matched tensors that the network has taken
 * @param skipped tensors of a classifier of another shape, which were left out
 * @param missing tensors that the network needs and the file lacks, those of the classifier
 *     included
 * @param unexpected floating-point tensors that the network has no use for
 */
public record LoadReport(
    String publisher,
    List<String> matched,
    List<String> skipped,
    List<String> missing,
    List<String> unexpected) {
  public LoadReport {
    matched = List.copyOf(matched);
    skipped = List.copyOf(skipped);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  /** Whether the classifier came from the file. */
  public boolean hasHead(int headTensors) {
    return skipped.isEmpty() && missing.isEmpty() && matched.size() >= headTensors;
  }

  @Override
  public String toString() {
    return "%d tensors matched (names of %s), %d of another classifier skipped, %d missing, %d unexpected"
        .formatted(matched.size(), publisher, skipped.size(), missing.size(), unexpected.size());
  }
}
