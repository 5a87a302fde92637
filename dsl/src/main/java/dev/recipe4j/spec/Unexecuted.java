package dev.recipe4j.spec;

import dev.recipe4j.Interpolation;
import dev.recipe4j.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the language can say and today's runtime cannot do: the one list that compiler and runtime
 * read, so that nothing is ever silently ignored. A component that is given its runtime leaves it.
 */
public final class Unexecuted {
  /**
   * Something that cannot be executed.
   *
   * @param type record of the component
   * @param member the member whose value is the cause; empty if it is the component as a whole
   * @param applies whether a component of the type is affected
   * @param instead what to write instead
   */
  public record Gap(
      Class<? extends Component> type,
      Optional<String> member,
      Predicate<Component> applies,
      String instead) {}

  private static final List<Gap> GAPS =
      List.of(
          valued(
              RandomResizedCrop.class,
              "interpolation",
              crop -> crop.interpolation() != Interpolation.ANTIALIASED,
              "drop 'interpolation'"),
          open(Slot.OPTIMIZER, "write @Momentum"),
          open(Slot.LOSS, "remove it"));

  private Unexecuted() {}

  /** Everything that cannot be executed. */
  public static List<Gap> gaps() {
    return GAPS;
  }

  /** Why a component cannot be executed; empty if it can. */
  public static Optional<Gap> gap(Component component) {
    return GAPS.stream()
        .filter(gap -> gap.type().isInstance(component) && gap.applies().test(component))
        .findFirst();
  }

  private static <T extends Component> Gap valued(
      Class<T> type, String member, Predicate<T> applies, String instead) {
    return new Gap(
        type, Optional.of(member), component -> applies.test(type.cast(component)), instead);
  }

  private static Gap open(Slot slot, String instead) {
    return new Gap(
        OpenPart.class, Optional.empty(), component -> component.slot() == slot, instead);
  }
}
