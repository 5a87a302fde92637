package dev.recipe4j.runtime.train;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.EarlyStopping;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run ends before its last epoch (Prechelt, Early stopping, but when?, 1998). It follows
 * from the history alone, so that a resumed run ends where an undisturbed one does.
 */
final class EarlyEnd {
  private EarlyEnd() {}

  /**
   * Why a run ends after its newest epoch, without a full stop; empty if it goes on. Only an epoch
   * that was evaluated can end it: one that was not may have been better.
   *
   * @param history finished epochs, the first one first
   */
  static Optional<String> reason(RecipeSpec recipe, List<EpochResult> history) {
    Optional<EarlyStopping> stopping = recipe.find(Slot.EARLY_STOPPING, EarlyStopping.class);
    if (stopping.isEmpty() || history.isEmpty()) {
      return Optional.empty();
    }
    EpochResult last = history.get(history.size() - 1);
    EpochResult best = EpochResult.best(history);
    int without = last.epoch() - best.epoch();
    int epochs = recipe.recipe().epochs();
    if (last.testTop1().isEmpty()
        || without < stopping.get().patience()
        || last.epoch() >= epochs) {
      return Optional.empty();
    }
    return Optional.of(
        "ended early, after epoch %d of %d: the test accuracy is no better than after epoch %d, %s before"
            .formatted(last.epoch(), epochs, best.epoch(), Decimals.count(without, "epoch")));
  }
}
