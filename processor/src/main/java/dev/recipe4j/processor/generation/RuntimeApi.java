package dev.recipe4j.processor.generation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** The types of the runtime that pipelines name; the compiler itself needs none of them. */
final class RuntimeApi {
  static final String PACKAGE = "dev.recipe4j.runtime";
  static final ClassName PIPELINE = ClassName.get(PACKAGE, "Pipeline");
  static final ClassName TRAINING = ClassName.get(PACKAGE, "Training");
  static final ClassName IMAGE_DATA = ClassName.get(PACKAGE + ".data", "ImageData");
  static final ClassName DECODED = ClassName.get(PACKAGE + ".augment", "Decoded");
  static final TypeName HARD_CHAIN = chain("HardLabels");
  static final TypeName SOFT_CHAIN = chain("SoftLabels");

  private RuntimeApi() {}

  private static TypeName chain(String labels) {
    return ParameterizedTypeName.get(
        ClassName.get(PACKAGE + ".augment", "Batched"), ClassName.get(PACKAGE + ".data", labels));
  }
}
