package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Minibatch;

/**
 * Follows a training with the network itself at hand. All calls come from the training thread,
 * which waits for each; parameters are only read.
 */
public interface EngineListener {
  /**
   * Before the first update of an epoch.
   *
   * @param epoch from 1
   */
  void epochStarted(Engine engine, int epoch);

  /**
   * After each update.
   *
   * @param engine with the parameters after the update
   * @param batch that it was for; valid during the call
   * @param epoch from 1
   * @param update number of the update in the whole run, from 0
   * @param loss mean loss of the batch before the update, in nats
   */
  void updated(Engine engine, Minibatch batch, int epoch, long update, double loss);

  /**
   * After the last update of an epoch, before its evaluation.
   *
   * @param epoch from 1
   */
  void epochEnded(Engine engine, int epoch);
}
