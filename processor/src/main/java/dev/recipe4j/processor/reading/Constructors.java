package dev.recipe4j.processor.reading;

import dev.recipe4j.declaration.Implementation.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * The constructors that a pipeline may call, and which of them takes the members of an annotation.
 *
 * <p>Members are matched by the names of the parameters, else by their order. The Eclipse compiler
 * sorts the members of an annotation that it reads from a class file: then their order says
 * nothing, and without names they are matched only if each has a type of its own.
 *
 * @param constructors those that can be called
 * @param ordered whether the members come in the order of the source
 */
record Constructors(List<ExecutableElement> constructors, boolean ordered) {
  /** The members in their own order. */
  static List<Parameter> parameters(List<ExecutableElement> members) {
    return members.stream()
        .map(
            member ->
                new Parameter(member.getSimpleName().toString(), member.getReturnType().toString()))
        .toList();
  }

  /** The members in the order in which a constructor takes them. */
  Optional<List<Parameter>> match(List<ExecutableElement> members) {
    List<Parameter> given = parameters(members);
    return Stream.concat(
            constructors.stream().flatMap(c -> byName(c, given).stream()),
            constructors.stream().flatMap(c -> byOrder(c, given).stream()))
        .findFirst();
  }

  private static Optional<List<Parameter>> byName(
      ExecutableElement constructor, List<Parameter> members) {
    List<Parameter> wanted =
        constructor.getParameters().stream()
            .map(p -> new Parameter(p.getSimpleName().toString(), p.asType().toString()))
            .toList();
    boolean isSame =
        wanted.size() == members.size() && new HashSet<>(wanted).equals(new HashSet<>(members));
    return isSame ? Optional.of(wanted) : Optional.empty();
  }

  private Optional<List<Parameter>> byOrder(
      ExecutableElement constructor, List<Parameter> members) {
    List<String> wanted =
        constructor.getParameters().stream()
            .map(VariableElement::asType)
            .map(Object::toString)
            .toList();
    List<String> given = members.stream().map(Parameter::type).toList();
    boolean isSorted =
        members.stream().sorted(Comparator.comparing(Parameter::member)).toList().equals(members);
    if (ordered || !isSorted) {
      return wanted.equals(given) ? Optional.of(members) : Optional.empty();
    }
    return byType(wanted, members);
  }

  private static Optional<List<Parameter>> byType(List<String> wanted, List<Parameter> members) {
    List<Parameter> matched = new ArrayList<>();
    for (String type : wanted) {
      List<Parameter> fitting = members.stream().filter(m -> m.type().equals(type)).toList();
      if (fitting.size() != 1) {
        return Optional.empty();
      }
      matched.add(fitting.get(0));
    }
    boolean isComplete =
        matched.size() == members.size() && new HashSet<>(matched).size() == matched.size();
    return isComplete ? Optional.of(matched) : Optional.empty();
  }
}
