package dev.recipe4j.processor.reading;

import dev.recipe4j.Slot;
import dev.recipe4j.Weights;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the marker type of published weights: its {@code @Weights} and its network. */
final class WeightsReader {
  private final ComponentReader reader;

  WeightsReader(ComponentReader reader) {
    this.reader = reader;
  }

  /** What a class literal names; nothing but its name if it is no class of a user's own. */
  DeclaredWeights read(TypeMirror named) {
    Optional<DeclaredComponent> weights = Optional.empty();
    List<DeclaredComponent> networks = new ArrayList<>();
    if (!(named instanceof DeclaredType declared)) {
      return new DeclaredWeights(named.toString(), weights, networks);
    }
    TypeElement marker = (TypeElement) declared.asElement();
    for (AnnotationMirror mirror : marker.getAnnotationMirrors()) {
      if (!reader.isResolved(mirror.getAnnotationType(), "@", marker)) {
        continue;
      }
      TypeElement type = ComponentReader.typeOf(mirror);
      Use use = new Use(marker, mirror, 0);
      if (type.getQualifiedName().contentEquals(Weights.class.getCanonicalName())) {
        weights = Optional.of(reader.component(mirror, Slot.PRETRAINED, use, 0));
      } else if (reader.slotOf(type).filter(slot -> slot == Slot.MODEL).isPresent()) {
        networks.add(reader.component(mirror, Slot.MODEL, use, 0));
      }
    }
    return new DeclaredWeights(marker.getQualifiedName().toString(), weights, networks);
  }
}
