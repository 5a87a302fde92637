package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Caltech-101: 101 classes of colour photos of about 300x200 pixels, without the background class.
 * There is no published split, so the numbers of examples are left open; normalised as ImageNet.
 */
@Dataset(name = "caltech-101", classes = 101)
@Normalize(
    mean = {0.485, 0.456, 0.406},
    std = {0.229, 0.224, 0.225})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Caltech101 {}
