package dev.recipe4j.bench;

import dev.recipe4j.Recipe;
import dev.recipe4j.processor.RecipeProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time of a warm javac over many recipes, without and with this project's work. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 12)
@Measurement(iterations = 10)
public class ProcessorBenchmark {
  /** Number of recipes in one compilation. */
  @Param({"1", "10", "100", "200", "1000"})
  public int recipes;

  private List<JavaFileObject> sources = List.of();
  private Path output = Path.of("");

  /** Writes the sources. */
  @Setup
  public void write() throws IOException {
    output = Files.createTempDirectory("recipe4j-bench");
    sources = IntStream.range(0, recipes).mapToObj(ProcessorBenchmark::source).toList();
  }

  /** Removes what was compiled. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** javac alone: parses, enters and writes the recipe interfaces. */
  @Benchmark
  public void javacAlone() {
    compile();
  }

  /** Reading and checking, nothing written. */
  @Benchmark
  public void readAndCheck() {
    CheckOnlyProcessor processor = new CheckOnlyProcessor();
    compile(processor);
    if (processor.checked() != recipes) {
      throw new IllegalStateException(processor.checked() + " recipes checked");
    }
  }

  /** Everything: pipelines and cards written, the pipelines compiled. */
  @Benchmark
  public void everything() {
    compile(new RecipeProcessor());
  }

  private void compile(Processor... processors) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              output.toString(),
              "-s",
              output.toString(),
              "-cp",
              System.getProperty("java.class.path"),
              processors.length == 0 ? "-proc:none" : "-implicit:none");
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, files, null, options, null, sources);
      if (processors.length > 0) {
        task.setProcessors(List.of(processors));
      }
      if (!task.call()) {
        throw new IllegalStateException("the recipes do not compile");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(int number) {
    String text =
        """
        package bench;
        import %s.*;
        @Recipe(epochs = %d)
        @ResNet(depth = 50)
        @ImageNet1k
        @Batch(256)
        @LearningRate(reference = 0.1, referenceBatch = 256)
        @Momentum(0.9)
        @LinearWarmup(epochs = 5)
        @PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1)
        @L2Decay(1e-4)
        @RandomResizedCrop(224)
        @RandomFlip
        public interface Recipe%d {}
        """
            .formatted(Recipe.class.getPackageName(), 120 + number, number);
    URI name = URI.create("string:///bench/Recipe%d.java".formatted(number));
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
