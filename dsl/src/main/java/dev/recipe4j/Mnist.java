package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** MNIST: the ten digits as 28x28 grey images. */
@Dataset(
    name = "mnist",
    classes = 10,
    trainExamples = 60_000,
    validationExamples = 10_000,
    imageSize = 28,
    channels = 1)
@ClassNames({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
@Normalize(
    mean = {0.1307},
    std = {0.3081})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mnist {}
