package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** CIFAR-10: 10 classes of 32x32 colour images. */
@Dataset(
    name = "cifar-10",
    classes = 10,
    trainExamples = 50_000,
    validationExamples = 10_000,
    imageSize = 32)
@ClassNames({
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck"
})
@Normalize(
    mean = {0.4914, 0.4822, 0.4465},
    std = {0.2470, 0.2435, 0.2616})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Cifar10 {}
