package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** ImageNet-1k (ILSVRC 2012): 1,000 classes of colour photos of many sizes. */
@Dataset(
    name = "imagenet-1k",
    classes = 1000,
    trainExamples = 1_281_167,
    validationExamples = 50_000)
@Normalize(
    mean = {0.485, 0.456, 0.406},
    std = {0.229, 0.224, 0.225})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ImageNet1k {}
