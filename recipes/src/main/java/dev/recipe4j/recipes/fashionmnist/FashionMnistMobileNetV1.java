package dev.recipe4j.recipes.fashionmnist;

import dev.recipe4j.Accept;
import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.EvaluationCrop;
import dev.recipe4j.FashionMnist;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.MobileNetV1;
import dev.recipe4j.Momentum;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.Recipe;
import dev.recipe4j.Rule;

/**
 * A small convolutional network with batch normalisation on Fashion-MNIST. The images are enlarged
 * to 64 pixels, for MobileNet divides the size by 32; the crop is mild, as small networks want it
 * (training tricks §6), and so is the weight decay (§4).
 */
@Recipe(id = "fashion-mnist-mobilenetv1-x0-25", epochs = 30)
@MobileNetV1(width = 0.25)
@FashionMnist
@Batch(128)
@LearningRate(reference = 0.1, referenceBatch = 128)
@Momentum(0.9)
@LinearWarmup(epochs = 1)
@CosineDecay
@L2Decay(3e-5)
@RandomResizedCrop(value = 64, minScale = 0.6, minRatio = 0.9, maxRatio = 1.1)
@RandomFlip
@EvaluationCrop(resize = 64, crop = 64)
@Accept(
    rule = Rule.CROP_EXCEEDS_IMAGE,
    because = "MobileNetV1 divides the size by 32: 28 pixels would leave one")
public interface FashionMnistMobileNetV1 {}
