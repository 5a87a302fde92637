package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.Batch;
import dev.recipe4j.Caltech101;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.EvaluationCrop;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.MobileNetV1;
import dev.recipe4j.Momentum;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Pretrained;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.Recipe;
import dev.recipe4j.recipes.weights.KerasMobileNetV1x025;

/**
 * Fine-tunes ImageNet weights on Caltech-101 at 128 px (training tricks §9): a low learning rate
 * for what is trained already, ten times as much for the classifier, which starts anew.
 */
@Recipe(id = "caltech101-mobilenetv1-x0-25", epochs = 15)
@MobileNetV1(width = 0.25, style = NetworkStyle.KERAS)
@Pretrained(value = KerasMobileNetV1x025.class, headRateFactor = 10)
@Caltech101
@Batch(64)
@LearningRate(reference = 0.01, referenceBatch = 64)
@Momentum(0.9)
@LinearWarmup(epochs = 1)
@CosineDecay
@L2Decay(3e-5)
@RandomResizedCrop(value = 128, minScale = 0.35)
@RandomFlip
@EvaluationCrop(resize = 128, crop = 128)
public interface Caltech101MobileNetV1 {}
