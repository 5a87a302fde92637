package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.MobileNetV2;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Pretrained;
import dev.recipe4j.Recipe;
import dev.recipe4j.recipes.weights.KerasMobileNetV2x1;

/** {@link Caltech101MobileNetV1} with the larger MobileNetV2. */
@Recipe(id = "caltech101-mobilenetv2")
@MobileNetV2(width = 1, style = NetworkStyle.KERAS)
@Pretrained(value = KerasMobileNetV2x1.class, headRateFactor = 10)
public interface Caltech101MobileNetV2 extends Caltech101MobileNetV1 {}
