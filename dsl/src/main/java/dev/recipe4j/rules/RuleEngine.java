package dev.recipe4j.rules;

import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.SpecBinder;
import dev.recipe4j.rules.Verdict.Accepted;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies every rule to a recipe: first those on the form of the declaration, then, on the slots
 * that are sound, those on its values. A slot at fault keeps every other rule quiet that reads it.
 */
public final class RuleEngine {
  private static final List<Check> FORM =
      List.of(
          new Structure(),
          new RecipeId(),
          new MissingSlot(),
          new DecayTwice(),
          new DuplicateSlot(),
          new AmbiguousSlot(),
          new OneOfMembers(),
          new ValueRange(),
          new WeightsValues(),
          new WeightsMarker(),
          new OpenComponents(),
          new AugmentStage());

  private static final List<Check> VALUES =
      List.of(
          new NoRuntime(),
          new UnusedMember(),
          new PublishedFlavour(),
          new CropBounds(),
          new EraserBounds(),
          new FloorBelowPeak(),
          new LrBatchScaling(),
          new LrReferenceMissing(),
          new ReferenceIsPerDevice(),
          new ScalingFamily(),
          new LargeBatchWithoutWarmup(),
          new ScalingRange(),
          new PeakLrExtreme(),
          new BatchNotDivisible(),
          new ZeroSteps(),
          new BatchExceedsData(),
          new LastBatchOfOne(),
          new BatchRemainder(),
          new BatchNormSmall(),
          new EffectiveBatch(),
          new BoundariesOrder(),
          new BoundaryUnreached(),
          new BoundaryInWarmup(),
          new ValuesLength(),
          new ValuesOrder(),
          new ScheduleHorizon(),
          new LrJump(),
          new FinalLr(),
          new GammaTooFast(),
          new CosineFewEpochs(),
          new WarmupTooLong(),
          new WarmupZeroSteps(),
          new WarmupStart(),
          new WarmupUnits(),
          new EffectiveBoundaries(),
          new SoftLabelsNeeded(),
          new SmoothingStrong(),
          new SmoothingSmallModel(),
          new SmoothingSuggested(),
          new ClassesMismatch(),
          new ClassNamesSuspect(),
          new Topk(),
          new TrainAccuracyMixed(),
          new L2WithAdam(),
          new L2SmallModel(),
          new L2HeavyAugmentation(),
          new L2DataSize(),
          new AugmentSmallData(),
          new CropScaleSmallModel(),
          new RegularisationBudget(),
          new DecayOnNorm(),
          new OptimizerChoice(),
          new CropExceedsImage(),
          new AugmentRamp(),
          new AugmentParameter(),
          new InputTooSmall(),
          new ChannelsMismatch(),
          new EvaluationSize(),
          new EmaWindow(),
          new EarlyStopDead(),
          new Cadence(),
          new HeadShape(),
          new WeightsNetwork(),
          new FinetuneLr(),
          new NormalisationMismatch(),
          new FreezeUnknown());

  private RuleEngine() {}

  /** Applies every rule at its own severity. */
  public static Verdict check(Declaration declaration) {
    return check(declaration, RuleOptions.STANDARD);
  }

  /** Applies every rule that is not switched off, at the severities that the options give. */
  public static Verdict check(Declaration declaration, RuleOptions options) {
    List<Finding> findings = new ArrayList<>();
    Subject form = new Subject(RecipeSpec.of(), declaration);
    FORM.forEach(check -> findings.addAll(check.findings(form)));

    Set<Slot> atFault = slotsAtFault(findings, declaration);
    Subject subject = new Subject(bind(declaration), declaration);

    Accepts accepts = new Accepts(declaration);
    List<Accepted> accepted = new ArrayList<>();
    for (Check check : VALUES) {
      if (options.isOff(check.rule()) || !isAskable(check, subject, atFault)) {
        continue;
      }
      Optional<Acceptance> acceptance = accepts.acceptanceOf(check);
      for (Finding finding : check.findings(subject)) {
        if (acceptance.isPresent() && check.rule().canBeAccepted()) {
          accepted.add(new Accepted(finding, acceptance.get()));
        } else {
          findings.add(finding);
        }
      }
    }
    findings.addAll(accepts.findings(accepted, atFault.isEmpty(), options));

    List<Finding> weighed = findings.stream().flatMap(f -> options.apply(f).stream()).toList();
    boolean sound = weighed.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    Optional<RecipeSpec> recipe = sound ? Optional.of(subject.spec()) : Optional.empty();
    return new Verdict(declaration, weighed, accepted, recipe);
  }

  private static boolean isAskable(Check check, Subject recipe, Set<Slot> atFault) {
    return check.needs().stream().allMatch(recipe.spec()::has)
        && atFault.stream().noneMatch(check::readsValuesOf)
        && atFault.stream().noneMatch(check.readsBesides(recipe.declaration())::contains);
  }

  /**
   * The slots whose components findings point to. Most that point to {@code @Recipe} speak of
   * something else that is missing; without epochs it is at fault itself.
   */
  private static Set<Slot> slotsAtFault(List<Finding> findings, Declaration declaration) {
    Set<Slot> slots = EnumSet.noneOf(Slot.class);
    for (Finding finding : findings) {
      if (finding.at() instanceof DeclaredComponent component) {
        slots.add(component.slot());
      }
    }
    slots.remove(Slot.RECIPE);
    declaration.conflicts().forEach(conflict -> slots.add(conflict.slot()));
    if (!declaration.recipe().member("epochs").written()) {
      slots.add(Slot.RECIPE);
    }
    for (DeclaredComponent component : declaration.components()) {
      if (findings.stream().anyMatch(finding -> has(component, finding))) {
        slots.add(component.slot());
      }
    }
    return slots;
  }

  /** By identity: members of two components may be equal. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean has(DeclaredComponent component, Finding finding) {
    return finding.at() instanceof DeclaredMember at
        && component.members().stream().anyMatch(member -> member == at);
  }

  private static RecipeSpec bind(Declaration declaration) {
    return RecipeSpec.of(
        declaration.components().stream()
            .flatMap(component -> SpecBinder.bind(component).stream())
            .toList());
  }
}
