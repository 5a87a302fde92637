package dev.recipe4j.recipes.weights;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Normalize;
import dev.recipe4j.ResNet;
import dev.recipe4j.Weights;

/**
 * Keras applications' ResNet50, trained on ImageNet-1k at 224 px, in h5 (Apache License 2.0). Its
 * input is the byte less the mean of its channel, 123.68, 116.779 and 103.939, not divided. The
 * checksum is the one that keras/applications/resnet.py demands.
 */
@Weights(
    normalize =
        @Normalize(
            mean = {123.68 / 255, 116.779 / 255, 103.939 / 255},
            std = {1.0 / 255, 1.0 / 255, 1.0 / 255}),
    checksum = "md5:2cb95161c43110f7111970584f804107",
    origin =
        "https://storage.googleapis.com/tensorflow/keras-applications/resnet"
            + "/resnet50_weights_tf_dim_ordering_tf_kernels.h5")
@ResNet(depth = 50, style = NetworkStyle.KERAS)
public interface KerasResNet50 {}
