package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.TopK;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A written top-k asks for fewer outputs than there are classes (mmpretrain issue 667: a crash
 * after the first epoch). The default of top-1 and top-5 is not judged.
 */
final class Topk extends Check {
  Topk() {
    super(Rule.TOPK, List.of(Slot.TOP_K, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    List<Integer> written = recipe.spec().find(Slot.TOP_K, TopK.class).orElseThrow().value();
    DeclaredMember value = recipe.member(Slot.TOP_K, "value");
    int classes = recipe.spec().dataset().classes();
    if (!value.written() || written.isEmpty() || Collections.max(written) < classes) {
      return List.of();
    }
    int largest = Collections.max(written);
    boolean isBeyond = largest > classes;
    return List.of(
        finding(
            isBeyond ? Severity.ERROR : Severity.WARNING,
            Subject.nearest(value, recipe.member(Slot.DATASET, "classes")),
            isBeyond
                ? "top-%d with classes = %d: the network has %2$d outputs"
                    .formatted(largest, classes)
                : "top-%d with classes = %d is always 100 %%".formatted(largest, classes),
            fix(written, classes)));
  }

  private static String fix(List<Integer> written, int classes) {
    List<Integer> telling = written.stream().filter(k -> k < classes).toList();
    return telling.isEmpty()
        ? "write @TopK(1)"
        : "write @TopK({%s})"
            .formatted(telling.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }
}
