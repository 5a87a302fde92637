package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Pretrained;
import dev.recipe4j.Recipe;
import dev.recipe4j.ResNet;
import dev.recipe4j.recipes.weights.KerasResNet50;

/** {@link Caltech101MobileNetV1} with ResNet50. */
@Recipe(id = "caltech101-resnet50")
@ResNet(depth = 50, style = NetworkStyle.KERAS)
@Pretrained(value = KerasResNet50.class, headRateFactor = 10)
public interface Caltech101ResNet50 extends Caltech101MobileNetV1 {}
