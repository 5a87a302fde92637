package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import dev.recipe4j.schedule.Schedule;

/** A schedule as a component of a recipe. */
public interface ScheduleComponent extends Component, Schedule {
  @Override
  default Slot slot() {
    return Slot.SCHEDULE;
  }
}
