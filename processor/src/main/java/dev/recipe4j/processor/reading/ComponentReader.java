package dev.recipe4j.processor.reading;

import dev.recipe4j.ComponentOf;
import dev.recipe4j.Range;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Emptying;
import dev.recipe4j.declaration.Implementation;
import dev.recipe4j.declaration.Limits;
import dev.recipe4j.declaration.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads single annotations: components with their members and limits, and accepts. */
final class ComponentReader {
  private final Elements elements;
  private final OpenReader open;
  private final WeightsReader weights;
  private final Predicate<TypeElement> isCompiled;
  private final Positions positions;
  private final Consumer<String> missing;

  /**
   * A reader for one recipe.
   *
   * @param isCompiled whether a type is compiled from source
   * @param positions receives where the parts are written
   * @param missing receives what cannot be resolved, in words
   */
  ComponentReader(
      Elements elements,
      Predicate<TypeElement> isCompiled,
      Positions positions,
      Consumer<String> missing) {
    this.elements = elements;
    this.open = new OpenReader(elements, isCompiled);
    this.weights = new WeightsReader(this);
    this.isCompiled = isCompiled;
    this.positions = positions;
    this.missing = missing;
  }

  /** The slot that annotations of this type fill, if they are components. */
  Optional<Slot> slotOf(TypeElement annotationType) {
    return annotation(annotationType, ComponentOf.class)
        .flatMap(mirror -> value(mirror, "value"))
        .map(name -> Slot.valueOf(name.toString()));
  }

  /**
   * Reads a component.
   *
   * @param depth steps of composition from the annotation written on the class
   */
  DeclaredComponent component(AnnotationMirror mirror, Slot slot, Use use, int depth) {
    TypeElement type = typeOf(mirror);
    Map<String, AnnotationValue> written = byName(mirror.getElementValues());
    Map<String, AnnotationValue> all = byName(elements.getElementValuesWithDefaults(mirror));
    List<String> order = List.copyOf(written.keySet());
    List<DeclaredMember> members = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = method.getSimpleName().toString();
      Optional<Object> value =
          Optional.ofNullable(all.get(name)).flatMap(given -> read(given, method, type));
      if (value.isEmpty()) {
        missing.accept("the value of '%s' in @%s".formatted(name, type.getSimpleName()));
        continue;
      }
      boolean isWritten = written.containsKey(name);
      DeclaredMember member =
          new DeclaredMember(name, value.get(), isWritten, limits(method), use.origin(depth));
      if (slot == Slot.RECIPE && name.equals("id") && value.get().equals("")) {
        member = derivedId(member, use.carrier());
      }
      members.add(member);
      AnnotationValue at = written.get(name);
      positions.put(
          member, at == null || depth > 0 ? use.position() : use.position(at, order.indexOf(name)));
    }
    DeclaredComponent component =
        new DeclaredComponent(
            slot,
            type.getSimpleName().toString(),
            members,
            use.origin(depth),
            implementation(type, slot, use));
    positions.put(component, use.position());
    return component;
  }

  /**
   * The value of a member. In the language a class literal names published weights, and an
   * annotation is a component as it is beside a recipe.
   */
  private Optional<Object> read(AnnotationValue given, ExecutableElement member, TypeElement of) {
    Optional<Object> plain = ValueReader.read(given, member.getReturnType());
    if (plain.isEmpty() || !open.isOfTheLanguage(of)) {
      return plain;
    }
    if (given.getValue() instanceof TypeMirror named) {
      return Optional.of(weights.read(named));
    }
    if (given.getValue() instanceof AnnotationMirror nested) {
      return slotOf(typeOf(nested)).map(slot -> component(nested, slot, new Use(of, nested, 0), 0));
    }
    return plain;
  }

  /**
   * Whether a type that something names exists. One that a class file names may be left out for
   * good; one that source names may still be generated.
   *
   * @param prefix what stands before its name in words
   */
  boolean isResolved(TypeMirror type, String prefix, TypeElement carrier) {
    if (type.getKind() != TypeKind.ERROR) {
      return true;
    }
    if (isCompiled.test(carrier)) {
      missing.accept(prefix + type);
    }
    return false;
  }

  /** What executes a component of a user's own. */
  private Optional<Implementation> implementation(TypeElement type, Slot slot, Use use) {
    if (open.isOfTheLanguage(type)) {
      return Optional.empty();
    }
    Optional<Object> executor =
        annotation(type, ComponentOf.class).flatMap(mirror -> value(mirror, "implementation"));
    if (executor.isEmpty()) {
      missing.accept("the implementation of @" + type.getSimpleName());
    }
    return executor.map(name -> open.read(type, slot, name.toString(), use.carrier()));
  }

  /** Reads a {@code @Without}. */
  List<Emptying> emptyings(AnnotationMirror mirror, Use use, int depth) {
    Optional<Object> slots = value(mirror, "value");
    if (slots.isEmpty()) {
      missing.accept("a value in @Without");
    }
    List<Emptying> emptyings = new ArrayList<>();
    for (Object slot : (List<?>) slots.orElse(List.of())) {
      Emptying emptying = new Emptying(Slot.valueOf(slot.toString()), use.origin(depth));
      positions.put(emptying, use.position());
      emptyings.add(emptying);
    }
    return emptyings;
  }

  /**
   * The id of a recipe that writes none. A class name that makes no id counts as written, so that
   * the rule on ids speaks up.
   */
  private static DeclaredMember derivedId(DeclaredMember id, TypeElement recipe) {
    String derived = Names.toRecipeId(recipe.getSimpleName().toString());
    return new DeclaredMember(
        id.name(), derived, !Names.isRecipeId(derived), id.limits(), id.origin());
  }

  /** Reads an accept. */
  Optional<Acceptance> acceptance(AnnotationMirror mirror, Use use, int depth) {
    Optional<Object> rule = value(mirror, "rule");
    Optional<Object> because = value(mirror, "because");
    if (rule.isEmpty() || because.isEmpty()) {
      missing.accept("a value in @Accept");
      return Optional.empty();
    }
    Acceptance acceptance =
        new Acceptance(
            Rule.valueOf(rule.get().toString()), because.get().toString(), use.origin(depth));
    positions.put(acceptance, use.position());
    return Optional.of(acceptance);
  }

  private Optional<Limits> limits(ExecutableElement member) {
    return annotation(member, Range.class)
        .map(
            range ->
                new Limits(
                    number(range, "above"),
                    number(range, "atLeast"),
                    number(range, "below"),
                    number(range, "atMost"),
                    numbers(range, "oneOf")));
  }

  private double number(AnnotationMirror mirror, String member) {
    return (Double) value(mirror, member).orElseThrow();
  }

  private List<Double> numbers(AnnotationMirror mirror, String member) {
    return ((List<?>) value(mirror, member).orElseThrow())
        .stream().map(Double.class::cast).toList();
  }

  private Optional<Object> value(AnnotationMirror mirror, String member) {
    return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .findFirst()
        .flatMap(entry -> ValueReader.read(entry.getValue(), entry.getKey().getReturnType()));
  }

  private static Optional<? extends AnnotationMirror> annotation(Element on, Class<?> type) {
    return on.getAnnotationMirrors().stream()
        .filter(mirror -> typeOf(mirror).getQualifiedName().contentEquals(type.getCanonicalName()))
        .findFirst();
  }

  static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private static Map<String, AnnotationValue> byName(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values) {
    Map<String, AnnotationValue> byName = new LinkedHashMap<>();
    values.forEach((method, value) -> byName.put(method.getSimpleName().toString(), value));
    return byName;
  }
}
