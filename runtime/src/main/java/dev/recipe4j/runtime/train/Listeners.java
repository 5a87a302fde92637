package dev.recipe4j.runtime.train;

import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one. */
record Listeners(List<TrainingListener> members) implements TrainingListener {
  Listeners {
    members = List.copyOf(members);
  }

  @Override
  public void started(RunStart start) {
    each(listener -> listener.started(start));
  }

  @Override
  public void updated(
      int epoch, long update, double learningRate, double loss, double imagesPerSecond) {
    each(listener -> listener.updated(epoch, update, learningRate, loss, imagesPerSecond));
  }

  @Override
  public void waited(double share) {
    each(listener -> listener.waited(share));
  }

  @Override
  public void epochEnded(EpochResult row) {
    each(listener -> listener.epochEnded(row));
  }

  @Override
  public void note(String message) {
    each(listener -> listener.note(message));
  }

  private void each(Consumer<TrainingListener> call) {
    members.forEach(call);
  }
}
