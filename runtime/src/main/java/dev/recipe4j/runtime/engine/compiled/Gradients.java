package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;

import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gradients of values: the sum of what each reader contributes, in the format of the value. */
final class Gradients {
  private final ProgramBuilder program;
  private final Map<Value, List<Gradient>> contributions = new HashMap<>();
  private final Set<Value> constants = new HashSet<>();

  /**
   * The gradient of a value.
   *
   * @param value where it is
   * @param isShared whether others read it too, so that it must not be changed in place
   */
  record Gradient(Value value, boolean isShared) {}

  Gradients(ProgramBuilder program) {
    this.program = program;
  }

  /** Says that nobody asks for the gradient of the value. */
  void constant(Value value) {
    constants.add(value);
  }

  boolean areNeeded(Value value) {
    return !constants.contains(value);
  }

  /** Adds to the gradient of a value. */
  void contribute(Value value, Value gradient, boolean isShared) {
    if (areNeeded(value)) {
      contributions
          .computeIfAbsent(value, key -> new ArrayList<>())
          .add(new Gradient(gradient, isShared));
    }
  }

  /** The whole gradient of a value; every reader has contributed. */
  Gradient take(Value value) {
    List<Gradient> all = contributions.remove(value);
    if (all == null) {
      throw new IllegalStateException("nothing goes back to " + value);
    }
    List<Gradient> same = new ArrayList<>();
    for (Gradient gradient : all) {
      Value formatted =
          program.reordered(value.name() + " gradient", gradient.value(), value.format());
      same.add(new Gradient(formatted, gradient.isShared() && formatted == gradient.value()));
    }
    Gradient sum = same.stream().filter(part -> !part.isShared()).findFirst().orElse(same.get(0));
    same.remove(sum);
    for (Gradient part : same) {
      sum = sum(value, sum, part);
    }
    return sum;
  }

  private Gradient sum(Value value, Gradient first, Gradient second) {
    String name = value.name() + " gradient sum";
    Value sum = first.isShared() ? program.temporary(name, value.format()) : first.value();
    program.add(
        name,
        program.describe(Operations.binary(name, dnnl_binary_add, value.format(), Attributes.NONE)),
        Map.of(DNNL_ARG_SRC_0, first.value(), DNNL_ARG_SRC_1, second.value(), DNNL_ARG_DST, sum));
    return new Gradient(sum, false);
  }
}
