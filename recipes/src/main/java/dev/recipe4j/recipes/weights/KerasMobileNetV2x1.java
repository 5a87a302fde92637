package dev.recipe4j.recipes.weights;

import dev.recipe4j.MobileNetV2;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Normalize;
import dev.recipe4j.Weights;

/**
 * Keras applications' MobileNetV2 x1.0, trained on ImageNet-1k at 224 px, in h5 (Apache License
 * 2.0). Its input is {@code x / 127.5 - 1}. Keras itself gives no checksum; this is what projects
 * that check the file expect.
 */
@Weights(
    normalize =
        @Normalize(
            mean = {0.5, 0.5, 0.5},
            std = {0.5, 0.5, 0.5}),
    checksum = "sha256:3e195a2857356cfc092cbbb460beb2a5bce279015d7792598b8d3d9e451902e3",
    origin =
        "https://github.com/JonathanCMitchell/mobilenet_v2_keras/releases/download/v1.1"
            + "/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224.h5")
@MobileNetV2(width = 1, style = NetworkStyle.KERAS)
public interface KerasMobileNetV2x1 {}
