package dev.recipe4j.processor.generation;

import com.palantir.javapoet.ClassName;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The name of the pipeline of a recipe class: {@code Outer_XPipeline} in the same package. */
final class PipelineName {
  private PipelineName() {}

  static ClassName of(TypeElement recipe) {
    Deque<String> names = new ArrayDeque<>();
    for (Element element = recipe;
        element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      names.addFirst(element.getSimpleName().toString());
    }
    String qualified = recipe.getQualifiedName().toString();
    int end = qualified.length() - String.join(".", names).length();
    String packageName = end == 0 ? "" : qualified.substring(0, end - 1);
    return ClassName.get(packageName, String.join("_", names) + "Pipeline");
  }
}
