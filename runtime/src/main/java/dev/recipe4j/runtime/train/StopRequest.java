package dev.recipe4j.runtime.train;

import java.util.function.BooleanSupplier;

/** Whether somebody has asked the training to stop; once it was asked, it stays so. */
final class StopRequest {
  private final BooleanSupplier asked;
  private boolean made;

  StopRequest(BooleanSupplier asked) {
    this.asked = asked;
  }

  boolean isMade() {
    made = made || asked.getAsBoolean();
    return made;
  }
}
