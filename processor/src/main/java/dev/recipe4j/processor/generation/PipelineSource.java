package dev.recipe4j.processor.generation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.recipe4j.Rule;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.network.Network;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The source of one pipeline class. A recipe with errors gets the same public shape with bodies
 * that throw, so that the compiler shows the findings and not that user code names a missing class.
 */
final class PipelineSource {
  private final ClassName name;
  private final String recipeClass;
  private final Optional<RecipeSpec> recipe;
  private final List<Acceptance> acceptances;
  private final List<String> writtenDefaults;

  /**
   * A pipeline.
   *
   * @param recipeClass name of the recipe class in its package
   * @param verdict what the rules say of it, or empty if it could not be read
   */
  PipelineSource(ClassName name, String recipeClass, Optional<Verdict> verdict) {
    this.name = name;
    this.recipeClass = recipeClass;
    this.recipe = verdict.flatMap(Verdict::recipe);
    this.acceptances = verdict.map(Verdict::acceptancesInForce).orElse(List.of());
    this.writtenDefaults =
        verdict
            .flatMap(v -> v.recipe().map(r -> SpecReader.writtenDefaults(v.declaration(), r)))
            .orElse(List.of());
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeApi.PIPELINE)
            .addJavadoc("$L", recipe.map(this::summary).orElseGet(this::excuse))
            .addField(
                constant(
                    String.class, "ID", "Name of the recipe.", r -> Literals.of(r.recipe().id())))
            .addField(
                constant(
                    int.class,
                    "EPOCHS",
                    "How often the training data is seen.",
                    r -> Literals.of(r.recipe().epochs())))
            .addField(
                constant(
                    int.class,
                    "BATCH",
                    "Examples in one optimiser update, over all devices.",
                    r -> Literals.of(r.batch().value())))
            .addField(
                constant(
                    double.class,
                    "PEAK_LEARNING_RATE",
                    "Highest learning rate of the run.",
                    r -> Literals.decimal(r.peak())))
            .addField(
                constant(
                    int.class,
                    "CLASSES",
                    "Number of classes.",
                    r -> Literals.of(r.dataset().classes())))
            .addField(
                constant(RecipeSpec.class, "RECIPE", "The recipe that was checked.", Literals::of))
            .addMethod(constructor())
            .addMethod(on())
            .addMethod(
                method(
                        Network.class,
                        "network",
                        "The network with one output for each class.",
                        CodeBlock.of("return RECIPE.network();\n"))
                    .addModifiers(Modifier.STATIC)
                    .build())
            .addMethod(
                method(
                        LearningRateCurve.class,
                        "learningRate",
                        "The learning rate of every update of a run.\n\n"
                            + "@param trainExamples how many examples the run trains on",
                        CodeBlock.of("return RECIPE.curve(trainExamples);\n"))
                    .addModifiers(Modifier.STATIC)
                    .addParameter(int.class, "trainExamples")
                    .build())
            .addMethod(
                method(RecipeSpec.class, "recipe", "", CodeBlock.of("return RECIPE;\n"))
                    .addAnnotation(Override.class)
                    .build())
            .addMethod(chain("trainChain", trainingLabels(), Chains::train))
            .addMethod(chain("evaluationChain", RuntimeApi.HARD_CHAIN, Chains::evaluation));
    if (!acceptances.isEmpty()) {
      type.addMethod(acceptances());
    }
    if (!writtenDefaults.isEmpty()) {
      type.addMethod(writtenDefaults());
    }
    return type;
  }

  private String summary(RecipeSpec recipe) {
    return """
        Trains the recipe {@code %s}, declared by {@code %s}:
        %s, %d classes, %s, batch %d, peak learning rate %s.

        <p>The recipe card is {@code META-INF/recipe4j/%s.md}.
        """
        .formatted(
            recipe.recipe().id(),
            recipeClass,
            Networks.name(recipe),
            recipe.dataset().classes(),
            Decimals.count(recipe.recipe().epochs(), "epoch"),
            recipe.batch().value(),
            Decimals.show(recipe.peak()),
            recipe.recipe().id());
  }

  private String excuse() {
    return """
        Stands in for the pipeline of {@code %s}, which has errors: nothing here works until they
        are mended.
        """
        .formatted(recipeClass);
  }

  private FieldSpec constant(
      Class<?> type, String name, String javadoc, Function<RecipeSpec, CodeBlock> value) {
    return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L", javadoc)
        .initializer(recipe.map(value).orElseGet(() -> blank(type)))
        .build();
  }

  private static CodeBlock blank(Class<?> type) {
    if (type == String.class) {
      return CodeBlock.of("$S", "");
    }
    return type.isPrimitive() ? CodeBlock.of("0") : CodeBlock.of("$T.of()", type);
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("For the service loader; a run starts with {@link #on}.")
        .build();
  }

  private MethodSpec on() {
    return method(
            RuntimeApi.TRAINING,
            "on",
            "A run of this recipe.\n\n@param data the images to train and to evaluate on",
            CodeBlock.of("return $T.of(new $T(), data);\n", RuntimeApi.TRAINING, name))
        .addModifiers(Modifier.STATIC)
        .addParameter(RuntimeApi.IMAGE_DATA, "data")
        .build();
  }

  private MethodSpec acceptances() {
    CodeBlock list =
        acceptances.stream().map(PipelineSource::acceptance).collect(CodeBlock.joining(",\n"));
    return method(
            ParameterizedTypeName.get(List.class, Acceptance.class),
            "acceptances",
            "",
            CodeBlock.of("return $T.of($>$>\n$L$<$<);\n", List.class, list))
        .addAnnotation(Override.class)
        .build();
  }

  private MethodSpec writtenDefaults() {
    CodeBlock keys = writtenDefaults.stream().map(Literals::of).collect(CodeBlock.joining(", "));
    return method(
            ParameterizedTypeName.get(List.class, String.class),
            "writtenDefaults",
            "",
            CodeBlock.of("return $T.of($L);\n", List.class, keys))
        .addAnnotation(Override.class)
        .build();
  }

  private static CodeBlock acceptance(Acceptance acceptance) {
    return CodeBlock.of(
        "new $T($T.$L, $S, $T.of($S))",
        Acceptance.class,
        Rule.class,
        acceptance.rule(),
        acceptance.because(),
        Origin.class,
        acceptance.origin().declaredBy());
  }

  private TypeName trainingLabels() {
    return recipe.filter(Chains::hasSoftLabels).isPresent()
        ? RuntimeApi.SOFT_CHAIN
        : RuntimeApi.HARD_CHAIN;
  }

  private MethodSpec chain(String method, TypeName type, Function<RecipeSpec, CodeBlock> stages) {
    return method(
            type,
            method,
            "",
            recipe
                .map(stages)
                .map(chain -> CodeBlock.of("return $>$>$L$<$<;\n", chain))
                .orElse(CodeBlock.of("")))
        .addAnnotation(Override.class)
        .build();
  }

  private MethodSpec.Builder method(Class<?> type, String method, String javadoc, CodeBlock body) {
    return method(TypeName.get(type), method, javadoc, body);
  }

  private MethodSpec.Builder method(TypeName type, String method, String javadoc, CodeBlock body) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(method).addModifiers(Modifier.PUBLIC).returns(type);
    if (!javadoc.isEmpty()) {
      builder.addJavadoc("$L", javadoc);
    }
    return recipe.isPresent()
        ? builder.addCode(body)
        : builder.addStatement(
            "throw new $T($S)",
            IllegalStateException.class,
            "the recipe %s has errors".formatted(recipeClass));
  }
}
