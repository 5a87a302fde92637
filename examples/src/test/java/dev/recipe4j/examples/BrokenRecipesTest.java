package dev.recipe4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What README says of broken recipes is what the compiler says. */
class BrokenRecipesTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path BROKEN = Path.of("broken");

  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(strings = {"ResNet50Large", "FiveFaults"})
  void readmeShowsTheRealOutput(String recipe) throws IOException {
    assertTrue(
        Files.readString(README).contains("```text\n" + compile(recipe) + "```"),
        () -> "README lacks this output of javac:\n" + compile(recipe));
  }

  @Test
  void readmeShowsTheRealSource() throws IOException {
    String source = Files.readString(BROKEN.resolve("ResNet50Large.java"));
    assertTrue(Files.readString(README).contains("```java\n" + source + "```"));
  }

  @Test
  void fiveFaultsAreFiveFindings() {
    Matcher errors = Pattern.compile("error: \\[|warning: \\[").matcher(compile("FiveFaults"));
    assertEquals(5, errors.results().count());
  }

  /** The output of {@code javac} run beside the source. */
  private String compile(String recipe) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", output.toString(), "-proc:only"),
                  null,
                  files.getJavaFileObjects(BROKEN.resolve(recipe + ".java")))
              .call();
      assertFalse(compiled, recipe + " compiles");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return messages.toString().replace(BROKEN + "/", "").replace(BROKEN + "\\", "");
  }
}
