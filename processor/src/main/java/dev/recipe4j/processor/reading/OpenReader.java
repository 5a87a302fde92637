package dev.recipe4j.processor.reading;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Implementation;
import dev.recipe4j.declaration.Implementation.Fault;
import dev.recipe4j.declaration.Implementation.Parameter;
import dev.recipe4j.spec.TakesSoftLabels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads the class that executes a component of a user's own, and looks whether the pipeline can
 * call its constructor with the annotation's members and use what it makes.
 */
final class OpenReader {
  /** Runtime types are known by name: the compiler does not depend on the runtime. */
  private static final Map<Slot, String> INTERFACES =
      Map.of(
          Slot.SCHEDULE, "dev.recipe4j.schedule.Schedule",
          Slot.MODEL, "dev.recipe4j.spec.Model",
          Slot.POLICY, "dev.recipe4j.runtime.augment.ImageOperation",
          Slot.ERASE, "dev.recipe4j.runtime.augment.PlaneOperation");

  /** The stage to which an augmentation belongs by its type, and what the stages hand on. */
  private static final Map<String, Slot> STAGES =
      Map.of(
          "dev.recipe4j.runtime.augment.ImageOperation", Slot.POLICY,
          "dev.recipe4j.runtime.augment.PlaneOperation", Slot.ERASE);

  private static final Map<Slot, String> IMAGES =
      Map.of(
          Slot.POLICY, "images of 8-bit samples (0 to 255, height x width x channels)",
          Slot.ERASE, "normalised images (float32 around 0, channels x height x width)");

  private static final String SOFT_LABELS = TakesSoftLabels.class.getName();

  private static final String LANGUAGE_PACKAGE = Rule.class.getPackageName();

  private final Elements elements;
  private final Predicate<TypeElement> isCompiled;

  /**
   * A reader.
   *
   * @param isCompiled whether a type is compiled from source, so that its members have an order
   */
  OpenReader(Elements elements, Predicate<TypeElement> isCompiled) {
    this.elements = elements;
    this.isCompiled = isCompiled;
  }

  /** Whether an annotation type is of the language, not a user's own. */
  boolean isOfTheLanguage(TypeElement annotation) {
    return elements.getPackageOf(annotation).getQualifiedName().contentEquals(LANGUAGE_PACKAGE);
  }

  /**
   * What executes the components of an annotation type.
   *
   * @param type name of the class as the annotation gives it; {@code void} for none
   * @param carrier the class on which the annotation is written
   */
  Implementation read(TypeElement annotation, Slot slot, String type, TypeElement carrier) {
    List<ExecutableElement> members = ElementFilter.methodsIn(annotation.getEnclosedElements());
    List<Parameter> parameters = Constructors.parameters(members);
    String name = annotation.getQualifiedName().toString();
    if (type.equals(void.class.getName())) {
      return new Implementation(name, Optional.empty(), parameters, List.of(), false);
    }
    TypeElement implementation = elements.getTypeElement(type);
    List<Fault> faults =
        implementation == null
            ? List.of(new Fault(type + " is not a class", "name a class of your own"))
            : faults(annotation, slot, members, implementation, carrier);
    if (implementation != null && faults.isEmpty()) {
      parameters = constructors(implementation, annotation, carrier).match(members).orElseThrow();
    }
    boolean takesSoftLabels =
        implementation != null && isA(implementation, SOFT_LABELS, new HashSet<>());
    return new Implementation(name, Optional.of(type), parameters, faults, takesSoftLabels);
  }

  private List<Fault> faults(
      TypeElement annotation,
      Slot slot,
      List<ExecutableElement> members,
      TypeElement type,
      TypeElement carrier) {
    Optional<String> unusable = unusable(type, carrier);
    if (unusable.isPresent()) {
      return List.of(
          new Fault(
              "the pipeline cannot make %s: it is %s"
                  .formatted(type.getSimpleName(), unusable.get()),
              "make %s a public class that is neither abstract nor inner"
                  .formatted(type.getSimpleName())));
    }
    List<Fault> faults = new ArrayList<>();
    if (members.stream().anyMatch(OpenReader::isAnnotation)) {
      faults.add(
          new Fault(
              "@%s has a member that is an annotation: no constructor can take it"
                  .formatted(annotation.getSimpleName()),
              "write its values as members of @%s".formatted(annotation.getSimpleName())));
    } else if (constructors(type, annotation, carrier).match(members).isEmpty()) {
      faults.add(noConstructor(annotation, type, members));
    }
    Optional<Fault> misplaced = misplaced(type, slot);
    misplaced.ifPresent(faults::add);
    String needed = INTERFACES.get(slot);
    if (misplaced.isEmpty() && needed != null && !isA(type, needed, new HashSet<>())) {
      faults.add(
          new Fault(
              "%s cannot stand in the slot %s: it is no %s"
                  .formatted(type.getSimpleName(), slot, needed),
              "write class %s implements %s".formatted(type.getSimpleName(), needed)));
    }
    return faults;
  }

  /** Why an augmentation is of another stage than its slot: it could not read the images there. */
  private static Optional<Fault> misplaced(TypeElement type, Slot slot) {
    if (!IMAGES.containsKey(slot)) {
      return Optional.empty();
    }
    List<String> stages =
        STAGES.keySet().stream().filter(stage -> isA(type, stage, new HashSet<>())).toList();
    if (stages.isEmpty() || stages.stream().anyMatch(stage -> STAGES.get(stage) == slot)) {
      return Optional.empty();
    }
    Slot own = Objects.requireNonNull(STAGES.get(stages.get(0)));
    return Optional.of(
        new Fault(
            Rule.AUGMENT_STAGE,
            "%s takes %s, but the slot %s has %s"
                .formatted(type.getSimpleName(), IMAGES.get(own), slot, IMAGES.get(slot)),
            "write @ComponentOf(value = Slot.%s, ...)".formatted(own)));
  }

  private Optional<String> unusable(TypeElement type, TypeElement carrier) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return Optional.of("no class");
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of("abstract");
    }
    boolean isInner =
        type.getNestingKind() != NestingKind.TOP_LEVEL
            && !type.getModifiers().contains(Modifier.STATIC);
    if (isInner) {
      return Optional.of("an inner class");
    }
    return isAccessible(type, carrier)
        ? Optional.empty()
        : Optional.of("not accessible from %s".formatted(carrier.getSimpleName()));
  }

  /** Whether code beside the carrier may name the element and all that encloses it. */
  private boolean isAccessible(Element element, TypeElement carrier) {
    boolean isNeighbour = elements.getPackageOf(element).equals(elements.getPackageOf(carrier));
    for (Element outer = element;
        outer instanceof TypeElement || outer instanceof ExecutableElement;
        outer = outer.getEnclosingElement()) {
      Set<Modifier> modifiers = outer.getModifiers();
      boolean isVisible =
          modifiers.contains(Modifier.PUBLIC)
              || (isNeighbour && !modifiers.contains(Modifier.PRIVATE));
      if (!isVisible) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnnotation(ExecutableElement member) {
    return member.getReturnType() instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ANNOTATION_TYPE;
  }

  private Constructors constructors(TypeElement type, TypeElement annotation, TypeElement carrier) {
    return new Constructors(
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(constructor -> isAccessible(constructor, carrier))
            .toList(),
        isCompiled.test(annotation));
  }

  private static Fault noConstructor(
      TypeElement annotation, TypeElement type, List<ExecutableElement> members) {
    String types = members.stream().map(OpenReader::shown).collect(Collectors.joining(", "));
    String parameters =
        members.stream()
            .map(member -> shown(member) + " " + member.getSimpleName())
            .collect(Collectors.joining(", "));
    return new Fault(
        "%s has no constructor %s(%s) for the members of @%s"
            .formatted(
                type.getSimpleName(), type.getSimpleName(), types, annotation.getSimpleName()),
        "write public %s(%s)".formatted(type.getSimpleName(), parameters));
  }

  private static String shown(ExecutableElement member) {
    return member.getReturnType().toString().replaceAll("[a-z_0-9]+\\.", "");
  }

  private static boolean isA(TypeElement type, String name, Set<String> seen) {
    if (type.getQualifiedName().contentEquals(name)) {
      return true;
    }
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(type.getSuperclass());
    return parents.stream()
        .filter(parent -> parent.getKind() == TypeKind.DECLARED)
        .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
        .filter(parent -> seen.add(parent.getQualifiedName().toString()))
        .anyMatch(parent -> isA(parent, name, seen));
  }
}
