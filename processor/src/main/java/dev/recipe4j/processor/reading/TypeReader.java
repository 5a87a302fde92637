package dev.recipe4j.processor.reading;

import dev.recipe4j.Accept;
import dev.recipe4j.Slot;
import dev.recipe4j.Without;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredType;
import dev.recipe4j.declaration.Emptying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a class and its parents, expanding composed annotations in place. */
final class TypeReader {
  private final ComponentReader reader;

  /** Types on the way from the recipe to what is being read, so that no cycle is followed. */
  private final Set<String> path = new HashSet<>();

  TypeReader(ComponentReader reader) {
    this.reader = reader;
  }

  /** What the annotations of one class bring. */
  private record Parts(
      List<DeclaredComponent> components, List<Acceptance> acceptances, List<Emptying> without) {}

  /** The type with its components; empty if neither it nor a parent has any. */
  Optional<DeclaredType> read(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (!path.add(name)) {
      return Optional.empty();
    }
    Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int order = 0;
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (reader.isResolved(mirror.getAnnotationType(), "@", type)) {
        Use use = new Use(type, mirror, RecipeReader.isRecipe(mirror) ? 0 : ++order);
        expand(mirror, use, 0, parts);
      }
    }
    List<DeclaredType> parents =
        Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
            .flatMap(parent -> parent(parent, type).stream())
            .toList();
    path.remove(name);
    boolean isEmpty =
        parts.components().isEmpty() && parts.acceptances().isEmpty() && parents.isEmpty();
    return isEmpty
        ? Optional.empty()
        : Optional.of(
            new DeclaredType(
                type.getSimpleName().toString(),
                parts.components(),
                parts.acceptances(),
                parts.without(),
                parents));
  }

  private Optional<DeclaredType> parent(TypeMirror parent, TypeElement of) {
    return parent.getKind() != TypeKind.NONE && reader.isResolved(parent, "", of)
        ? read((TypeElement) ((javax.lang.model.type.DeclaredType) parent).asElement())
        : Optional.empty();
  }

  private void expand(AnnotationMirror mirror, Use use, int depth, Parts parts) {
    TypeElement type = ComponentReader.typeOf(mirror);
    Optional<Slot> slot = reader.slotOf(type);
    String name = type.getQualifiedName().toString();
    if (slot.isPresent()) {
      parts.components().add(reader.component(mirror, slot.get(), use, depth));
    } else if (name.equals(Accept.class.getCanonicalName())) {
      reader.acceptance(mirror, use, depth).ifPresent(parts.acceptances()::add);
    } else if (name.equals(Without.class.getCanonicalName())) {
      parts.without().addAll(reader.emptyings(mirror, use, depth));
    } else if (name.equals(Accept.All.class.getCanonicalName())) {
      items(mirror)
          .forEach(item -> reader.acceptance(item, use, depth).ifPresent(parts.acceptances()::add));
    } else if (path.add(name)) {
      for (AnnotationMirror meta : type.getAnnotationMirrors()) {
        if (reader.isResolved(meta.getAnnotationType(), "@", type)) {
          expand(meta, use, depth + 1, parts);
        }
      }
      path.remove(name);
    }
  }

  /** The annotations in a container annotation. */
  private static Stream<AnnotationMirror> items(AnnotationMirror container) {
    return container.getElementValues().values().stream()
        .flatMap(value -> value.getValue() instanceof List<?> list ? list.stream() : Stream.of())
        .flatMap(
            item ->
                item instanceof AnnotationValue value
                        && value.getValue() instanceof AnnotationMirror mirror
                    ? Stream.of(mirror)
                    : Stream.of());
  }
}
