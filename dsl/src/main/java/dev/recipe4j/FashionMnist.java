package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fashion-MNIST: 10 classes of 28x28 grey images of clothes (Zalando Research, MIT). */
@Dataset(
    name = "fashion-mnist",
    classes = 10,
    trainExamples = 60_000,
    validationExamples = 10_000,
    imageSize = 28,
    channels = 1)
@ClassNames({
  "T-shirt/top",
  "Trouser",
  "Pullover",
  "Dress",
  "Coat",
  "Sandal",
  "Shirt",
  "Sneaker",
  "Bag",
  "Ankle boot"
})
@Normalize(
    mean = {0.2860},
    std = {0.3530})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FashionMnist {}
