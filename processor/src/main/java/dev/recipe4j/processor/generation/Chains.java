package dev.recipe4j.processor.generation;

import com.palantir.javapoet.CodeBlock;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.AutoAugment;
import dev.recipe4j.spec.ColorJitter;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Crop;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Cutout;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.GridMask;
import dev.recipe4j.spec.HideAndSeek;
import dev.recipe4j.spec.Mix;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.OpenPart;
import dev.recipe4j.spec.PadAndCrop;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RandomErasing;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResizeTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a pipeline in their fixed order: decode, crop, flip, policy, normalise, erase,
 * batch, mix. The staged types of the runtime would not let the generated class compile in any
 * other order.
 */
final class Chains {
  private Chains() {}

  /** What happens to a training image. */
  static CodeBlock train(RecipeSpec recipe) {
    List<CodeBlock> stages = new ArrayList<>();
    recipe.crop().map(Chains::crop).ifPresent(stages::add);
    recipe.flip().ifPresent(flip -> stages.add(stage("randomFlip", flip.value())));
    recipe.all(Slot.POLICY).stream().map(Chains::policy).forEach(stages::add);
    stages.add(normalize(recipe));
    recipe.all(Slot.ERASE).stream()
        .map(erasure -> erasure(erasure, recipe.recipe().epochs()))
        .forEach(stages::add);
    stages.add(stage("batched"));
    if (recipe.smoothing() > 0) {
      stages.add(stage("labelSmoothing", recipe.smoothing()));
    }
    recipe.mixes().stream().map(mix -> mix(mix, recipe.probability(mix))).forEach(stages::add);
    return chain(recipe, stages);
  }

  /** Whether training batches have distributions over the classes as labels. */
  static boolean hasSoftLabels(RecipeSpec recipe) {
    return recipe.smoothing() > 0 || !recipe.mixes().isEmpty();
  }

  private static CodeBlock policy(Component policy) {
    if (policy instanceof AutoAugment learned) {
      return stage("autoAugment", learned.value());
    }
    if (policy instanceof RandAugment random) {
      return stage("randAugment", random.layers(), random.magnitude());
    }
    if (policy instanceof ColorJitter jitter) {
      return stage(
          "colorJitter", jitter.brightness(), jitter.contrast(), jitter.saturation(), jitter.hue());
    }
    return own("policy", policy);
  }

  private static CodeBlock erasure(Component erasure, int epochs) {
    if (erasure instanceof Cutout cutout) {
      return stage("cutout", cutout.value());
    }
    if (erasure instanceof RandomErasing random) {
      return stage(
          "randomErasing", random.p(), random.minArea(), random.maxArea(), random.minAspect());
    }
    if (erasure instanceof HideAndSeek) {
      return stage("hideAndSeek");
    }
    if (erasure instanceof GridMask mask) {
      return stage("gridMask", mask.d1(), mask.d2(), mask.ratio(), mask.ramp(epochs));
    }
    return own("erase", erasure);
  }

  private static CodeBlock mix(Mix mix, double probability) {
    if (mix instanceof Mixup mixup) {
      return stage("mixup", mixup.alpha(), probability);
    }
    if (mix instanceof CutMix cutMix) {
      return stage("cutMix", cutMix.alpha(), probability);
    }
    throw new IllegalArgumentException("no stage for " + mix);
  }

  /** A step of a class of the user's own. */
  private static CodeBlock own(String method, Component component) {
    if (component instanceof OpenPart part) {
      return CodeBlock.of(".$L($L)", method, OpenLiterals.construction(part));
    }
    throw new IllegalArgumentException("no stage for " + component);
  }

  /** What happens to an evaluated image: nothing random. */
  static CodeBlock evaluation(RecipeSpec recipe) {
    List<CodeBlock> stages = new ArrayList<>();
    Optional<EvaluationCrop> centre = recipe.evaluation();
    if (centre.isPresent()) {
      stages.add(stage("evaluationCrop", centre.get().resize(), centre.get().crop()));
    } else {
      recipe
          .crop()
          .filter(ResizeTo.class::isInstance)
          .ifPresent(resize -> stages.add(crop(resize)));
    }
    stages.add(normalize(recipe));
    stages.add(stage("batched"));
    return chain(recipe, stages);
  }

  private static CodeBlock crop(Crop crop) {
    if (crop instanceof RandomResizedCrop random) {
      return stage(
          "randomResizedCrop",
          random.value(),
          random.minScale(),
          random.maxScale(),
          random.minRatio(),
          random.maxRatio());
    }
    if (crop instanceof PadAndCrop padded) {
      return stage("padAndCrop", padded.pad());
    }
    if (crop instanceof ResizeTo resized) {
      return stage("resizeTo", resized.value());
    }
    throw new IllegalArgumentException("no stage for " + crop);
  }

  private static CodeBlock chain(RecipeSpec recipe, List<CodeBlock> stages) {
    List<CodeBlock> all = new ArrayList<>();
    all.add(CodeBlock.of("$T.images($L)", RuntimeApi.DECODED, recipe.dataset().channels()));
    all.addAll(stages);
    return all.stream().collect(CodeBlock.joining("\n"));
  }

  private static CodeBlock normalize(RecipeSpec recipe) {
    return stage("normalize", recipe.normalize().mean(), recipe.normalize().std());
  }

  private static CodeBlock stage(String method, Object... arguments) {
    CodeBlock values =
        List.of(arguments).stream().map(Literals::of).collect(CodeBlock.joining(", "));
    return CodeBlock.of(".$L($L)", method, values);
  }
}
