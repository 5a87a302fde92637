package com.acme.swatches;

import dev.recipe4j.Dataset;
import dev.recipe4j.Normalize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Photos of colour swatches: the facts of this project's own data. */
@Dataset(classes = 3, trainExamples = 60, validationExamples = 30, smallestSide = 32)
@Normalize(
    mean = {0.5, 0.5, 0.5},
    std = {0.5, 0.5, 0.5})
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Swatches {}
