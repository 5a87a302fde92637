package dev.recipe4j.recipes.weights;

import dev.recipe4j.MobileNetV1;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Normalize;
import dev.recipe4j.Weights;

/**
 * Keras applications' MobileNetV1 x0.25, trained on ImageNet-1k at 224 px, as a whole model in h5
 * (Apache License 2.0). Its input is {@code x / 127.5 - 1}.
 */
@Weights(
    normalize =
        @Normalize(
            mean = {0.5, 0.5, 0.5},
            std = {0.5, 0.5, 0.5}),
    checksum = "sha256:dc1ff623e6cd99c3cc0dd2821ca0807ba013606af5a4e2afd4488fbf26a8b589",
    origin =
        "https://github.com/STMicroelectronics/stm32ai-modelzoo/raw/6f10965e6a40e2a28abd9c181f43cac4de4111c5"
            + "/image_classification/mobilenetv1/Public_pretrainedmodel_public_dataset/ImageNet"
            + "/mobilenet_v1_0.25_224/mobilenet_v1_0.25_224.h5")
@MobileNetV1(width = 0.25, style = NetworkStyle.KERAS)
public interface KerasMobileNetV1x025 {}
