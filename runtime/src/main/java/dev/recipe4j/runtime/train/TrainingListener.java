package dev.recipe4j.runtime.train;

/**
 * Follows a run, as a progress bar or a log does. All calls come from the training thread, which
 * waits for each.
 */
public interface TrainingListener {
  /** Before the first update. */
  default void started(RunStart start) {}

  /**
   * After each optimiser update.
   *
   * @param epoch current epoch, from 1
   * @param update number of the update in the whole run, from 0
   * @param learningRate that it used
   * @param loss mean data loss of its batch, in nats
   * @param imagesPerSecond of the current epoch so far
   */
  default void updated(
      int epoch, long update, double learningRate, double loss, double imagesPerSecond) {}

  /**
   * After each optimiser update: where the time of the epoch goes.
   *
   * @param share of the epoch so far in which training waited for images, 0 to 1
   */
  default void waited(double share) {}

  /** After each epoch, when its row and, if one is due, its checkpoint are on the disk. */
  default void epochEnded(EpochResult row) {}

  /** Something that the user should know and that is no error: one line. */
  default void note(String message) {}
}
