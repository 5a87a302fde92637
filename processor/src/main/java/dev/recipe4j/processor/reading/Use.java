package dev.recipe4j.processor.reading;

import dev.recipe4j.declaration.Origin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * An annotation as written on a class: a component itself, or a composed annotation that brings
 * some.
 *
 * @param carrier the class
 * @param annotation the annotation
 * @param order rank of the annotation in the order of the source
 */
record Use(TypeElement carrier, AnnotationMirror annotation, int order) {
  /** More members than any annotation has. */
  private static final int MEMBERS = 1000;

  /** The origin of what is found so many steps of composition inside. */
  Origin origin(int depth) {
    String by = annotation.getAnnotationType().asElement().getSimpleName().toString();
    return new Origin(
        carrier.getSimpleName().toString(),
        0,
        depth == 0 ? Optional.empty() : Optional.of(by),
        depth);
  }

  Position position() {
    return new Position(carrier, annotation, Optional.empty(), order * MEMBERS);
  }

  /** The position of the value that was written as the member-th of the annotation. */
  Position position(AnnotationValue value, int member) {
    return new Position(carrier, annotation, Optional.of(value), order * MEMBERS + 1 + member);
  }
}
