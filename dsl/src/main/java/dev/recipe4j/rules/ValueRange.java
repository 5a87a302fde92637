package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A written number lies in the range that its annotation member documents. */
final class ValueRange extends Check {
  ValueRange() {
    super(Rule.VALUE_RANGE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().components().stream()
        .flatMap(
            component ->
                component.members().stream()
                    .filter(DeclaredMember::written)
                    .flatMap(member -> finding(component, member).stream()))
        .toList();
  }

  private Optional<Finding> finding(DeclaredComponent component, DeclaredMember member) {
    return fault(component, member).map(fault -> finding(member, fault.message(), fault.fix()));
  }

  /**
   * What is wrong with a number, in words.
   *
   * @param message what, without a full stop
   * @param fix what to write instead
   */
  record Fault(String message, String fix) {}

  /** The first number of a member that is out of its range. */
  static Optional<Fault> fault(DeclaredComponent component, DeclaredMember member) {
    return member.limits().flatMap(limits -> fault(component, member, limits));
  }

  private static Optional<Fault> fault(
      DeclaredComponent component, DeclaredMember member, Limits limits) {
    List<Double> numbers =
        member.elements().stream()
            .filter(Number.class::isInstance)
            .map(number -> ((Number) number).doubleValue())
            .toList();
    return IntStream.range(0, numbers.size())
        .filter(i -> !limits.allow(numbers.get(i)))
        .mapToObj(i -> fault(component, member, limits, i, numbers.get(i)))
        .findFirst();
  }

  private static Fault fault(
      DeclaredComponent component, DeclaredMember member, Limits limits, int index, double value) {
    String name =
        member.value() instanceof List<?>
            ? "%s[%d]".formatted(member.name(), index)
            : member.name();
    String fix = "write a value that is " + limits.show();
    if (value == 0 && member.value() instanceof Double) {
      // 1/4 is 0 in Java, and no compiler warns of it.
      fix += "; a quotient of whole numbers is rounded down to 0: write 1.0 / 4, not 1 / 4";
    }
    return new Fault(
        "%s of @%s is %s, but must be %s"
            .formatted(name, component.annotation(), Decimals.show(value), limits.show()),
        fix);
  }
}
