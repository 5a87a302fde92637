package dev.recipe4j.spec;

import java.util.List;
import java.util.Optional;

/**
 * A component of a user's own: an annotation of theirs, and the class of theirs that executes it.
 * While a compiler runs there is only its description; the pipeline carries the object as well.
 */
public sealed interface OpenComponent extends Component permits OpenSchedule, OpenModel, OpenPart {
  /**
   * One argument of the constructor.
   *
   * @param name name of the annotation's member
   * @param type its type as in Java source, types with their packages
   * @param value as declared: a Boolean, number or String, the name of an enum constant or of a
   *     class as a String, or a List of these
   */
  record Argument(String name, String type, Object value) {}

  /** Name of the annotation with its package. */
  String annotation();

  /** Name of the class with its package. */
  String type();

  /** What its constructor is called with. */
  List<Argument> arguments();

  /** The object, if there is one yet. */
  Optional<?> instance();
}
