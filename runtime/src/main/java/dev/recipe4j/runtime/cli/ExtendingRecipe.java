package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.train.RunException;
import java.util.List;

/** A recipe as Java source that extends a compiled one. */
final class ExtendingRecipe {
  private static final String SUFFIX = "Pipeline";

  private ExtendingRecipe() {}

  /**
   * The source.
   *
   * @param parent the compiled recipe
   * @param suffix what its name ends with, after that of the parent
   * @param annotations all of them, {@code @Recipe} among them
   */
  static String source(Pipeline parent, String suffix, List<String> annotations) {
    Class<?> old = recipeClass(parent);
    return "import dev.recipe4j.*;\nimport %s;\n\n%s\npublic %s %s%s extends %s {}\n"
        .formatted(
            old.getCanonicalName(),
            String.join("\n", annotations),
            old.isInterface() ? "interface" : "class",
            old.getSimpleName(),
            suffix,
            old.getSimpleName());
  }

  /** What the compiler wrote a pipeline for, whose name is its own and a suffix. */
  private static Class<?> recipeClass(Pipeline pipeline) {
    String name = pipeline.getClass().getName();
    try {
      return Class.forName(
          name.substring(0, name.length() - SUFFIX.length()),
          false,
          pipeline.getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new RunException("%s is not beside its pipeline: compile it again".formatted(name), e);
    }
  }
}
