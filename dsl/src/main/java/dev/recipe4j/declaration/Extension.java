package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a recipe that extends another has to say in order to become a third. */
public final class Extension {
  private Extension() {}

  /**
   * Its annotations in the order in which recipes are read, {@code @Recipe} first.
   *
   * @param parent the recipe that is extended
   * @param wanted the recipe that it shall be; a user's own components as in the parent
   */
  public static List<String> annotations(RecipeSpec parent, RecipeSpec wanted) {
    Stream<String> said = replaced(parent, wanted).stream().map(AnnotationSource::of);
    List<String> emptied = emptied(parent, wanted).stream().map(slot -> "Slot." + slot).toList();
    Stream<String> without =
        switch (emptied.size()) {
          case 0 -> Stream.empty();
          case 1 -> Stream.of("@Without(" + emptied.get(0) + ")");
          default -> Stream.of("@Without({" + String.join(", ", emptied) + "})");
        };
    return Stream.of(Stream.of(recipe(parent.recipe(), wanted.recipe())), said, without)
        .flatMap(annotations -> annotations)
        .toList();
  }

  /**
   * The recipe that extends, as the compiler would declare it: accepts of the parent hold only
   * while nothing that they are about is said again.
   *
   * @param acceptances of the parent
   * @param writtenDefaults keys of members of the parent that are written although they have their
   *     default
   */
  public static Declaration declare(
      RecipeSpec parent,
      RecipeSpec wanted,
      List<Acceptance> acceptances,
      Collection<String> writtenDefaults) {
    String name = parent.recipe().id();
    Declaration declared = SpecReader.declare(name, parent, acceptances, writtenDefaults);
    DeclaredType extended =
        new DeclaredType(name, declared.components(), declared.acceptances(), List.of());
    List<DeclaredComponent> said = new ArrayList<>();
    said.add(SpecReader.declare(name, wanted, List.of()).recipe());
    said.addAll(replaced(parent, wanted));
    List<Emptying> without =
        emptied(parent, wanted).stream().map(slot -> new Emptying(slot, Origin.of(name))).toList();
    return Inheritance.resolve(
        new DeclaredType(name, said, List.of(), without, List.of(extended)), Site.SOUND);
  }

  private static List<DeclaredComponent> replaced(RecipeSpec parent, RecipeSpec wanted) {
    Declaration declared = SpecReader.declare(wanted.recipe().id(), wanted, List.of());
    return Stream.of(Slot.values())
        .filter(slot -> slot != Slot.RECIPE && !wanted.all(slot).equals(parent.all(slot)))
        .flatMap(slot -> declared.findAll(slot).stream())
        .toList();
  }

  private static List<Slot> emptied(RecipeSpec parent, RecipeSpec wanted) {
    return Stream.of(Slot.values())
        .filter(slot -> wanted.all(slot).isEmpty() && !parent.all(slot).isEmpty())
        .toList();
  }

  private static String recipe(Recipe parent, Recipe wanted) {
    List<String> members = new ArrayList<>();
    if (wanted.epochs() != parent.epochs()) {
      members.add("epochs = " + wanted.epochs());
    }
    if (wanted.seed() != parent.seed()) {
      members.add("seed = " + wanted.seed());
    }
    if (wanted.evaluateEvery() != parent.evaluateEvery()) {
      members.add("evaluateEvery = " + wanted.evaluateEvery());
    }
    return members.isEmpty() ? "@Recipe" : "@Recipe(" + String.join(", ", members) + ")";
  }
}
