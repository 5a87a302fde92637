package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration.Conflict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves what a recipe inherits: a slot filled on a class replaces the inherited slot whole, one
 * that it empties is not inherited; only the members of {@code @Recipe} are inherited one by one.
 * Within a class, the component composed nearest wins.
 */
public final class Inheritance {
  private Inheritance() {}

  /**
   * Resolves a recipe.
   *
   * @param leaf the class that carries {@code @Recipe}
   */
  public static Declaration resolve(DeclaredType leaf, Site site) {
    Resolved resolved = resolve(leaf);
    NormalizationInForce.settle(leaf, resolved.components);
    DeclaredComponent recipe =
        resolved.components.getOrDefault(Slot.RECIPE, List.of()).stream()
            .filter(candidate -> candidate.implementation().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(leaf.name() + " has no @Recipe"));
    List<DeclaredComponent> inForce = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    resolved.components.forEach(
        (slot, candidates) -> {
          if (fit(slot, candidates)) {
            inForce.addAll(candidates);
          } else {
            conflicts.add(new Conflict(conflictKind(candidates), candidates));
          }
        });
    List<Emptying> idle =
        leaf.without().stream().filter(without -> !empties(leaf, without.slot())).toList();
    return new Declaration(
        leaf.name(), site, recipe, inForce, conflicts, resolved.acceptances, idle);
  }

  private static boolean empties(DeclaredType leaf, Slot slot) {
    return leaf.components().stream().noneMatch(component -> component.slot() == slot)
        && leaf.parents().stream().anyMatch(p -> resolve(p).components.containsKey(slot));
  }

  /** Whether the slot takes all of them: different components from one place. */
  private static boolean fit(Slot slot, List<DeclaredComponent> candidates) {
    return candidates.size() <= slot.capacity()
        && candidates.stream().map(DeclaredComponent::annotation).distinct().count()
            == candidates.size()
        && places(candidates) == 1;
  }

  private static long places(List<DeclaredComponent> candidates) {
    return candidates.stream()
        .map(DeclaredComponent::origin)
        .map(origin -> List.of(origin.declaredBy(), origin.composedBy()))
        .distinct()
        .count();
  }

  private record Resolved(
      Map<Slot, List<DeclaredComponent>> components, List<Acceptance> acceptances) {}

  private static Resolved resolve(DeclaredType type) {
    Map<Slot, List<DeclaredComponent>> own = nearestOf(type.components());
    Map<Slot, List<DeclaredComponent>> result = new EnumMap<>(own);
    List<Acceptance> acceptances = new ArrayList<>(type.acceptances());
    for (DeclaredType parent : type.parents()) {
      Resolved inherited = resolve(parent);
      inherited.components.forEach(
          (slot, candidates) -> {
            if (type.without().stream().anyMatch(without -> without.slot() == slot)) {
              return;
            }
            if (!own.containsKey(slot)) {
              candidates.forEach(c -> addDistinct(result, slot, inherited(c)));
            } else if (slot == Slot.RECIPE) {
              result.put(slot, List.of(completed(own.get(slot).get(0), candidates.get(0))));
            }
          });
      inherited.acceptances.forEach(
          a -> acceptances.add(new Acceptance(a.rule(), a.because(), a.origin().inherited())));
    }
    return new Resolved(result, acceptances);
  }

  /** For each slot the components of least composition depth; equal ones count once. */
  private static Map<Slot, List<DeclaredComponent>> nearestOf(List<DeclaredComponent> components) {
    Map<Slot, List<DeclaredComponent>> bySlot = new EnumMap<>(Slot.class);
    for (DeclaredComponent component : components) {
      List<DeclaredComponent> present = bySlot.getOrDefault(component.slot(), List.of());
      int depth = component.origin().depth();
      int presentDepth = present.isEmpty() ? Integer.MAX_VALUE : present.get(0).origin().depth();
      if (depth < presentDepth) {
        bySlot.put(component.slot(), List.of(component));
      } else if (depth == 0 && presentDepth == 0) {
        bySlot.put(component.slot(), appended(present, component));
      } else if (depth == presentDepth) {
        addDistinct(bySlot, component.slot(), component);
      }
    }
    return bySlot;
  }

  private static void addDistinct(
      Map<Slot, List<DeclaredComponent>> bySlot, Slot slot, DeclaredComponent component) {
    List<DeclaredComponent> present = bySlot.getOrDefault(slot, List.of());
    if (present.stream().noneMatch(component::saysTheSameAs)) {
      bySlot.put(slot, appended(present, component));
    }
  }

  private static List<DeclaredComponent> appended(
      List<DeclaredComponent> components, DeclaredComponent component) {
    List<DeclaredComponent> result = new ArrayList<>(components);
    result.add(component);
    return List.copyOf(result);
  }

  /** The leaf's {@code @Recipe} with every member that it leaves out, except the id. */
  private static DeclaredComponent completed(DeclaredComponent own, DeclaredComponent inherited) {
    List<DeclaredMember> members =
        own.members().stream()
            .map(
                member -> {
                  DeclaredMember parent = inherited.member(member.name());
                  boolean takes =
                      !member.written() && !member.name().equals("id") && parent.written();
                  return takes ? inherited(parent) : member;
                })
            .toList();
    return new DeclaredComponent(own.slot(), own.annotation(), members, own.origin());
  }

  private static DeclaredComponent inherited(DeclaredComponent component) {
    return new DeclaredComponent(
        component.slot(),
        component.annotation(),
        component.members().stream().map(Inheritance::inherited).toList(),
        component.origin().inherited(),
        component.implementation());
  }

  private static DeclaredMember inherited(DeclaredMember member) {
    return new DeclaredMember(
        member.name(),
        member.value(),
        member.written(),
        member.limits(),
        member.origin().inherited());
  }

  private static Conflict.Kind conflictKind(List<DeclaredComponent> candidates) {
    Origin first = candidates.get(0).origin();
    boolean sideBySide =
        candidates.stream()
            .map(DeclaredComponent::origin)
            .allMatch(origin -> origin.depth() == 0 && origin.equals(first));
    return sideBySide ? Conflict.Kind.DUPLICATE : Conflict.Kind.AMBIGUOUS;
  }
}
