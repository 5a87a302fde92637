package dev.recipe4j.spec;

import dev.recipe4j.schedule.Horizon;
import dev.recipe4j.schedule.Schedule;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/** A schedule of a user's own. */
public record OpenSchedule(
    String annotation, String type, List<Argument> arguments, Optional<Schedule> instance)
    implements ScheduleComponent, OpenComponent {
  public OpenSchedule {
    arguments = List.copyOf(arguments);
  }

  @Override
  public double rate(double peak, long update, Horizon horizon) {
    return schedule().rate(peak, update, horizon);
  }

  @Override
  public List<Double> boundaries(Horizon horizon) {
    return schedule().boundaries(horizon);
  }

  @Override
  public OptionalDouble interval(Horizon horizon) {
    return schedule().interval(horizon);
  }

  @Override
  public double limit(double peak, Horizon horizon) {
    return schedule().limit(peak, horizon);
  }

  private Schedule schedule() {
    return instance.orElseThrow(() -> new NoSuchElementException(type + " has not been made yet"));
  }
}
