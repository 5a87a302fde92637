package dev.recipe4j.declaration;

import dev.recipe4j.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What executes a component of a user's own.
 *
 * @param annotation name of the annotation with its package
 * @param type name of the class with its package; empty if the annotation names none
 * @param parameters the annotation's members in the order of the constructor
 * @param faults why the pipeline cannot make or use the class
 * @param takesSoftLabels whether the class is a {@link dev.recipe4j.spec.TakesSoftLabels}
 */
public record Implementation(
    String annotation,
    Optional<String> type,
    List<Parameter> parameters,
    List<Fault> faults,
    boolean takesSoftLabels) {
  /**
   * A parameter of the constructor.
   *
   * @param member name of the annotation's member that gives its value
   * @param type its type as in Java source
   */
  public record Parameter(String member, String type) {}

  /**
   * Something that is wrong with a class.
   *
   * @param rule the rule that speaks of it
   * @param message what, in one line without a full stop
   * @param fix what to write instead
   */
  public record Fault(Rule rule, String message, String fix) {
    /** The class cannot be made, or is not what its slot takes. */
    public Fault(String message, String fix) {
      this(Rule.OPEN_COMPONENT, message, fix);
    }
  }

  public Implementation {
    parameters = List.copyOf(parameters);
    faults = List.copyOf(faults);
  }
}
