package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.schedule.LearningRateCurve;
import java.nio.file.Path;

/**
 * What is known when training starts.
 *
 * @param id of the recipe
 * @param directory of the run
 * @param network name of the architecture
 * @param input shape of one training example
 * @param engine name of the engine
 * @param trainExamples number of training images
 * @param validationExamples number of validation images
 * @param curve learning rate of every update; knows epochs and updates
 * @param finishedEpochs 0, or those of the run that is resumed
 */
public record RunStart(
    String id,
    Path directory,
    String network,
    Shape input,
    String engine,
    int trainExamples,
    int validationExamples,
    LearningRateCurve curve,
    int finishedEpochs) {}
