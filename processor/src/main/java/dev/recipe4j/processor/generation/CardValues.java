package dev.recipe4j.processor.generation;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.SpecBinder;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Every value of a recipe with its provenance, as the rows of a table. */
final class CardValues {
  /** Longer lists are cut: a card is read, not parsed. */
  private static final int LONGEST_LIST = 12;

  private final Declaration declaration;
  private final RecipeSpec recipe;

  CardValues(Declaration declaration, RecipeSpec recipe) {
    this.declaration = declaration;
    this.recipe = recipe;
  }

  /**
   * One row.
   *
   * @param component annotation and slot
   * @param member name of the member
   * @param value as shown
   * @param from its provenance
   */
  record Row(String component, String member, String value, String from) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (DeclaredComponent declared : declaration.components()) {
      Map<String, Class<?>> types = memberTypes(declared);
      if (declared.members().isEmpty()) {
        rows.add(
            new Row("@" + declared.annotation(), "", "", origin(declared.origin(), "written")));
      }
      types.forEach((name, type) -> rows.add(row(declared, declared.member(name), type)));
      declared.members().forEach(member -> addWeights(member, rows));
    }
    addDerivedEvaluation(rows);
    return rows;
  }

  /**
   * Types of the members in the order of the record, or of the constructor of a user's own: not
   * every compiler keeps the order of the annotation.
   */
  private static Map<String, Class<?>> memberTypes(DeclaredComponent declared) {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    Component component = SpecBinder.bind(declared).orElseThrow();
    if (component instanceof OpenComponent open) {
      open.arguments().forEach(argument -> types.put(argument.name(), Object.class));
    } else {
      Arrays.stream(component.getClass().getRecordComponents())
          .forEach(part -> types.put(part.getName(), part.getType()));
    }
    return types;
  }

  private Row row(DeclaredComponent component, DeclaredMember member, Class<?> type) {
    String annotation = "@" + component.annotation();
    if (member.written()) {
      return new Row(annotation, member.name(), shown(member), origin(member.origin(), "written"));
    }
    if (component.slot() == Slot.RECIPE && member.name().equals("id")) {
      return new Row(annotation, "id", shown(member), "derived from the class name");
    }
    if (component.slot() == Slot.LEARNING_RATE && member.name().equals("peak")) {
      return new Row(
          annotation,
          "peak",
          Decimals.show(recipe.peak()),
          "derived from reference, referenceBatch and the batch");
    }
    if (component.slot() == Slot.NORMALIZE) {
      String from = "from the weights " + declaredWeights();
      return new Row(annotation, member.name(), shown(member), from);
    }
    boolean isOptional =
        List.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
            .contains(type);
    return isOptional
        ? new Row(annotation, member.name(), "", "not given")
        : new Row(annotation, member.name(), shown(member), "default");
  }

  private String declaredWeights() {
    return declaration.find(Slot.PRETRAINED).orElseThrow().member("value").show();
  }

  /** What the marker type of pretrained weights says of them. */
  private static void addWeights(DeclaredMember member, List<Row> rows) {
    if (!(member.value() instanceof DeclaredWeights named)) {
      return;
    }
    String from = "declared by " + named.simpleName();
    DeclaredComponent weights = named.weights().orElseThrow();
    rows.add(new Row("@Weights", "network", named.networks().get(0).show(), from));
    for (String name : List.of("classes", "channels", "normalize", "checksum", "origin")) {
      rows.add(new Row("@Weights", name, weights.member(name).show(), from));
    }
  }

  private void addDerivedEvaluation(List<Row> rows) {
    if (recipe.has(Slot.EVALUATION)) {
      return;
    }
    recipe
        .evaluation()
        .ifPresent(
            crop -> {
              String from = "derived from the training size";
              rows.add(new Row("evaluation", "resize", String.valueOf(crop.resize()), from));
              rows.add(new Row("evaluation", "crop", String.valueOf(crop.crop()), from));
            });
  }

  private static String origin(Origin origin, String own) {
    List<String> words = new ArrayList<>();
    if (!origin.isOwn()) {
      words.add("inherited from " + origin.declaredBy());
    }
    origin.composedBy().ifPresent(by -> words.add("from @" + by));
    return words.isEmpty() ? own : String.join(", ", words);
  }

  private static String shown(DeclaredMember member) {
    List<?> elements = member.elements();
    if (elements.size() <= LONGEST_LIST) {
      return member.show();
    }
    DeclaredMember start =
        new DeclaredMember(
            member.name(),
            elements.subList(0, LONGEST_LIST - 2),
            member.written(),
            member.limits(),
            member.origin());
    return start.show().replaceAll("}$", ", ... %d in all}".formatted(elements.size()));
  }
}
