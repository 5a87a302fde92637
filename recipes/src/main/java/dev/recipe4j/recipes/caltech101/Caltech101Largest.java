package dev.recipe4j.recipes.caltech101;

import dev.recipe4j.ClassNames;
import dev.recipe4j.Dataset;
import dev.recipe4j.Normalize;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The 20 largest classes of Caltech-101 without faces, every fifth image held out; normalised as
 * ImageNet. {@code bench/caltech101.sh} makes the folder.
 */
@Dataset(name = "caltech-101-largest", classes = 20, trainExamples = 2875, validationExamples = 710)
@ClassNames({
  "Leopards",
  "Motorbikes",
  "airplanes",
  "bonsai",
  "brain",
  "buddha",
  "butterfly",
  "car_side",
  "chandelier",
  "ewer",
  "grand_piano",
  "hawksbill",
  "helicopter",
  "kangaroo",
  "ketch",
  "menorah",
  "starfish",
  "sunflower",
  "trilobite",
  "watch"
})
@Normalize(
    mean = {0.485, 0.456, 0.406},
    std = {0.229, 0.224, 0.225})
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Caltech101Largest {}
