package dev.recipe4j.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Momentum;
import dev.recipe4j.Normalize;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration.Conflict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private final RecipeFixture root = RecipeFixture.resnet50();

  private static Declaration resolve(RecipeFixture leaf) {
    return Inheritance.resolve(leaf.declaredType(), Site.SOUND);
  }

  private static RecipeFixture leaf(RecipeFixture... parents) {
    return RecipeFixture.empty("Leaf").with(Recipe.class).extending(parents);
  }

  @Test
  void aSlotIsReplacedWholeAndTheRestInherited() {
    Declaration recipe = resolve(leaf(root).with(PiecewiseDecay.class, "atEpochs", List.of(10)));
    DeclaredComponent schedule = recipe.find(Slot.SCHEDULE).orElseThrow();
    assertEquals(List.of(10), schedule.member("atEpochs").value());
    assertTrue(schedule.origin().isOwn());
    DeclaredComponent batch = recipe.find(Slot.BATCH).orElseThrow();
    assertEquals("ResNet50ImageNet", batch.origin().declaredBy());
    assertEquals(1, batch.origin().distance());
  }

  @Test
  void membersOfRecipeAreInheritedOneByOneExceptTheId() {
    RecipeFixture middle =
        RecipeFixture.empty("Middle").with(Recipe.class, "seed", 7L).extending(root);
    DeclaredComponent recipe = resolve(leaf(middle)).recipe();
    assertEquals(120, recipe.member("epochs").value());
    assertEquals(2, recipe.member("epochs").origin().distance());
    assertEquals(7L, recipe.member("seed").value());
    assertEquals("", recipe.member("id").value());
  }

  @Test
  void parentsThatDifferAreAmbiguousAndAnOwnComponentDecides() {
    RecipeFixture one = RecipeFixture.empty("One").with(Batch.class, "value", 128).extending(root);
    RecipeFixture two = RecipeFixture.empty("Two").with(Batch.class, "value", 512).extending(root);
    Declaration conflicting = resolve(leaf(one, two));
    assertEquals(Kind.AMBIGUOUS, conflicting.conflicts().get(0).kind());
    assertEquals(Slot.BATCH, conflicting.conflicts().get(0).slot());
    assertTrue(conflicting.find(Slot.BATCH).isEmpty());
    assertEquals(List.of(), resolve(leaf(one, two).with(Batch.class, "value", 64)).conflicts());
  }

  @Test
  void aDiamondIsNoConflict() {
    RecipeFixture left = RecipeFixture.empty("Left").with(LinearWarmup.class).extending(root);
    RecipeFixture right = RecipeFixture.empty("Right").with(Momentum.class).extending(root);
    assertEquals(List.of(), resolve(leaf(left, right)).conflicts());
  }

  @Test
  void sideBySideIsADuplicateEvenIfEqual() {
    Declaration recipe = resolve(root.adding(Momentum.class));
    assertEquals(Kind.DUPLICATE, recipe.conflicts().get(0).kind());
  }

  @Test
  void theNearestCompositionWins() {
    RecipeFixture composed =
        root.without(Slot.NORMALIZE)
            .composing("Photos", 1, Normalize.class, "mean", List.of(.5), "std", List.of(.5));
    assertEquals(
        "Photos",
        resolve(composed).find(Slot.NORMALIZE).orElseThrow().origin().composedBy().orElseThrow());
    RecipeFixture deeper =
        composed.composing("Deep", 2, Normalize.class, "mean", List.of(.4), "std", List.of(.4));
    assertEquals(List.of(), resolve(deeper).conflicts());
    RecipeFixture beside =
        composed.composing("Other", 1, Normalize.class, "mean", List.of(.4), "std", List.of(.4));
    assertEquals(Kind.AMBIGUOUS, resolve(beside).conflicts().get(0).kind());
    RecipeFixture agreeing =
        composed.composing("Same", 1, Normalize.class, "mean", List.of(.5), "std", List.of(.5));
    assertEquals(List.of(), resolve(agreeing).conflicts());
  }

  @Test
  void anInheritedFindingIsNamed() {
    RecipeFixture parent = root.with(CosineDecay.class, "floor", 0.5);
    assertTrue(
        leaf(parent)
            .finding()
            .text()
            .lines()
            .findFirst()
            .orElseThrow()
            .endsWith("(inherited from ResNet50ImageNet)"));
  }

  @Test
  void names() {
    assertEquals("flowers-mobile-net", Names.toRecipeId("FlowersMobileNet"));
    assertEquals("res-net50-image-net8k", Names.toRecipeId("ResNet50ImageNet8k"));
    assertEquals("vgg", Names.toRecipeId("VGG"));
    assertEquals(
        List.of("resnet50-imagenet", "lenet", "cifar10-resnet18"),
        Names.nearest("resnet50", List.of("lenet", "cifar10-resnet18", "resnet50-imagenet")));
  }
}
