package dev.recipe4j.processor.reading;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the source to which a message can point.
 *
 * @param element the class that carries the annotation
 * @param annotation the annotation as written on the class
 * @param value the value in it, if one was written
 * @param order rank in the order of the source; {@code @Recipe} comes first
 */
public record Position(
    Element element, AnnotationMirror annotation, Optional<AnnotationValue> value, int order) {}
