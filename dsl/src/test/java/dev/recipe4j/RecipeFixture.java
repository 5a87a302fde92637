package dev.recipe4j;

import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredType;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.declaration.Implementation;
import dev.recipe4j.declaration.Implementation.Fault;
import dev.recipe4j.declaration.Inheritance;
import dev.recipe4j.declaration.Limits;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.Site;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.RuleOptions;
import dev.recipe4j.rules.Verdict;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recipes for tests, declared as the compiler would read them. Immutable: each method returns a
 * changed copy.
 */
public final class RecipeFixture {
  private final String name;
  private final List<DeclaredComponent> components;
  private final List<Acceptance> acceptances;
  private final List<RecipeFixture> parents;

  private RecipeFixture(
      String name,
      List<DeclaredComponent> components,
      List<Acceptance> acceptances,
      List<RecipeFixture> parents) {
    this.name = name;
    this.components = List.copyOf(components);
    this.acceptances = List.copyOf(acceptances);
    this.parents = List.copyOf(parents);
  }

  /** A class without any component. */
  public static RecipeFixture empty(String name) {
    return new RecipeFixture(name, List.of(), List.of(), List.of());
  }

  /** The 120-epoch ResNet50 baseline of the training tricks: sound, without a finding. */
  public static RecipeFixture resnet50() {
    return empty("ResNet50ImageNet")
        .with(Recipe.class, "id", "resnet50", "epochs", 120)
        .with(ResNet.class, "depth", 50)
        .with(Dataset.class, "classes", 1000, "trainExamples", 1_281_167)
        .with(Normalize.class, "mean", List.of(0.485, 0.456, 0.406), "std", List.of(.2, .2, .2))
        .with(Batch.class, "value", 256)
        .with(LearningRate.class, "reference", 0.1, "referenceBatch", 256)
        .with(Momentum.class)
        .with(PiecewiseDecay.class, "atEpochs", List.of(30, 60, 90))
        .with(RandomResizedCrop.class, "value", 224);
  }

  /** With the component in place of those in the same slot. */
  public RecipeFixture with(Class<? extends Annotation> type, Object... membersAndValues) {
    DeclaredComponent component = component(type, membersAndValues);
    RecipeFixture without = without(component.slot());
    return without.adding(component);
  }

  /** With the component beside those in the same slot. */
  public RecipeFixture adding(Class<? extends Annotation> type, Object... membersAndValues) {
    return adding(component(type, membersAndValues));
  }

  /** With the component that a composed annotation brings at the given depth. */
  public RecipeFixture composing(
      String composed, int depth, Class<? extends Annotation> type, Object... membersAndValues) {
    Origin origin = new Origin(name, 0, Optional.of(composed), depth);
    return adding(component(origin, type, membersAndValues));
  }

  /** With a component of a user's own beside those in the same slot. */
  public RecipeFixture addingOpen(Slot slot, String annotation, boolean takesSoftLabels) {
    return adding(open(slot, annotation, List.of(), takesSoftLabels));
  }

  /** With a component of a user's own that has a fault. */
  public RecipeFixture addingFaulty(Slot slot, String annotation, Fault fault) {
    return adding(open(slot, annotation, List.of(fault), false));
  }

  private DeclaredComponent open(
      Slot slot, String annotation, List<Fault> faults, boolean takesSoftLabels) {
    Implementation implementation =
        new Implementation(
            "com.acme." + annotation,
            Optional.of("com.acme.My" + annotation),
            List.of(),
            faults,
            takesSoftLabels);
    return new DeclaredComponent(
        slot, annotation, List.of(), Origin.of(name), Optional.of(implementation));
  }

  private RecipeFixture adding(DeclaredComponent component) {
    List<DeclaredComponent> more = new ArrayList<>(components);
    more.add(component);
    return new RecipeFixture(name, more, acceptances, parents);
  }

  public RecipeFixture without(Slot slot) {
    List<DeclaredComponent> fewer = components.stream().filter(c -> c.slot() != slot).toList();
    return new RecipeFixture(name, fewer, acceptances, parents);
  }

  public RecipeFixture accepting(Rule rule, String because) {
    List<Acceptance> more = new ArrayList<>(acceptances);
    more.add(new Acceptance(rule, because, Origin.of(name)));
    return new RecipeFixture(name, components, more, parents);
  }

  /** With an accept that comes with a composed annotation. */
  public RecipeFixture acceptingFrom(String composed, Rule rule, String because) {
    List<Acceptance> more = new ArrayList<>(acceptances);
    more.add(new Acceptance(rule, because, new Origin(name, 0, Optional.of(composed), 1)));
    return new RecipeFixture(name, components, more, parents);
  }

  public RecipeFixture extending(RecipeFixture... newParents) {
    return new RecipeFixture(name, components, acceptances, List.of(newParents));
  }

  public DeclaredType declaredType() {
    return new DeclaredType(
        name, components, acceptances, parents.stream().map(RecipeFixture::declaredType).toList());
  }

  /** What is to be mended or accepted: the verdict without what is only worth knowing. */
  public Verdict check() {
    return check(Site.SOUND);
  }

  /** As {@link #check()}, for a recipe on another kind of program element. */
  public Verdict check(Site site) {
    Verdict verdict = RuleEngine.check(Inheritance.resolve(declaredType(), site));
    return new Verdict(
        verdict.declaration(),
        verdict.findings().stream().filter(f -> f.severity() != Severity.INFO).toList(),
        verdict.accepted(),
        verdict.recipe());
  }

  /** Everything that the rules say, under the given options. */
  public Verdict verdict(RuleOptions options) {
    return RuleEngine.check(Inheritance.resolve(declaredType(), Site.SOUND), options);
  }

  /** The findings of one rule. */
  public List<Finding> findings(Rule rule) {
    return verdict(RuleOptions.STANDARD).findings().stream()
        .filter(finding -> finding.rule() == rule)
        .toList();
  }

  /** The rules that a recipe breaks, without what is only worth knowing. */
  public static List<Rule> rules(RecipeFixture recipe) {
    return recipe.check().findings().stream().map(Finding::rule).toList();
  }

  /** What one rule says of a recipe. */
  public static List<String> messages(RecipeFixture recipe, Rule rule) {
    return recipe.findings(rule).stream().map(Finding::message).toList();
  }

  /** The same recipe on a data set whose number of examples is not given. */
  public static RecipeFixture withoutExamples(RecipeFixture recipe) {
    return recipe.with(Dataset.class, "classes", 1000);
  }

  /** The one finding of the recipe. */
  public Finding finding() {
    List<Finding> findings = check().findings();
    if (findings.size() != 1) {
      throw new AssertionError("one finding expected: " + findings);
    }
    return findings.get(0);
  }

  private DeclaredComponent component(
      Class<? extends Annotation> type, Object... membersAndValues) {
    return component(Origin.of(name), type, membersAndValues);
  }

  /** A component of the given annotation type, its other members at their defaults. */
  public static DeclaredComponent component(
      Origin origin, Class<? extends Annotation> type, Object... membersAndValues) {
    Map<String, Object> written = new HashMap<>();
    for (int i = 0; i < membersAndValues.length; i += 2) {
      written.put((String) membersAndValues[i], membersAndValues[i + 1]);
    }
    List<DeclaredMember> members =
        members(type).stream().map(member -> member(member, written, origin)).toList();
    if (!written.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + written.keySet());
    }
    Slot slot = type == Weights.class ? Slot.PRETRAINED : slot(type);
    return new DeclaredComponent(slot, type.getSimpleName(), members, origin);
  }

  private static Slot slot(Class<? extends Annotation> type) {
    return type.getAnnotation(ComponentOf.class).value();
  }

  /** Published weights of 1000 classes for red, green and blue, as a marker type declares them. */
  public static DeclaredWeights weights(
      String name, Class<? extends Annotation> network, Object... membersAndValues) {
    Origin origin = Origin.of(name);
    DeclaredComponent normalize =
        component(origin, Normalize.class, "mean", List.of(.5, .5, .5), "std", List.of(.5, .5, .5));
    return new DeclaredWeights(
        "com.acme." + name,
        Optional.of(
            component(
                origin,
                Weights.class,
                "normalize",
                normalize,
                "checksum",
                "sha256:" + "0".repeat(64),
                "origin",
                "published")),
        List.of(component(origin, network, membersAndValues)));
  }

  /** The members of an annotation type, by name. */
  public static List<Method> members(Class<? extends Annotation> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }

  private static DeclaredMember member(Method member, Map<String, Object> written, Origin origin) {
    boolean isWritten = written.containsKey(member.getName());
    Object value = isWritten ? written.remove(member.getName()) : member.getDefaultValue();
    if (value == null) {
      throw new IllegalArgumentException(member + " has no default");
    }
    Optional<Limits> limits =
        Optional.ofNullable(member.getAnnotation(Range.class)).map(Limits::of);
    return new DeclaredMember(member.getName(), SpecReader.plain(value), isWritten, limits, origin);
  }
}
