package dev.recipe4j.processor.generation;

import com.palantir.javapoet.CodeBlock;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Crop;
import dev.recipe4j.spec.EvaluationCrop;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.OpenPart;
import dev.recipe4j.spec.PadAndCrop;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResizeTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a pipeline in their fixed order: decode, crop, flip, policy, normalise, batch. The
 * staged types of the runtime would not let the generated class compile in any other order.
 */
final class Chains {
  private Chains() {}

  /** What happens to a training image. */
  static CodeBlock train(RecipeSpec recipe) {
    List<CodeBlock> stages = new ArrayList<>();
    recipe.crop().map(Chains::crop).ifPresent(stages::add);
    recipe.flip().ifPresent(flip -> stages.add(stage("randomFlip", flip.value())));
    recipe.find(Slot.POLICY, OpenPart.class).map(Chains::policy).ifPresent(stages::add);
    return chain(recipe, stages);
  }

  private static CodeBlock policy(OpenPart policy) {
    return CodeBlock.of(".policy($L)", OpenLiterals.construction(policy));
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
    Normalize normalize = recipe.normalize();
    List<CodeBlock> all = new ArrayList<>();
    all.add(CodeBlock.of("$T.images($L)", RuntimeApi.DECODED, recipe.dataset().channels()));
    all.addAll(stages);
    all.add(stage("normalize", normalize.mean(), normalize.std()));
    all.add(stage("batched"));
    return all.stream().collect(CodeBlock.joining("\n"));
  }

  private static CodeBlock stage(String method, Object... arguments) {
    CodeBlock values =
        List.of(arguments).stream().map(Literals::of).collect(CodeBlock.joining(", "));
    return CodeBlock.of(".$L($L)", method, values);
  }
}
