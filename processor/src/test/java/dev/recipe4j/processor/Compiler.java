package dev.recipe4j.processor;

import dev.recipe4j.Recipe;
import dev.recipe4j.runtime.Pipeline;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles sources in process, as a user's build would. */
enum Compiler {
  JAVAC {
    @Override
    JavaCompiler compiler() {
      return ToolProvider.getSystemJavaCompiler();
    }

    @Override
    List<String> options() {
      return List.of("-Xlint:all,-processing", "--release", "17");
    }
  },
  ECJ {
    @Override
    JavaCompiler compiler() {
      return new EclipseCompiler();
    }

    @Override
    List<String> options() {
      return List.of("-source", "17", "-target", "17");
    }
  };

  abstract JavaCompiler compiler();

  abstract List<String> options();

  /** Compiles with the two processors of this project. */
  Compilation compile(Map<String, String> sources) {
    return compile(sources, new RecipeCatalogProcessor(), new RecipeProcessor());
  }

  /**
   * Compiles.
   *
   * @param sources text by path, as in {@code com/acme/Flowers.java}
   */
  Compilation compile(Map<String, String> sources, Processor... processors) {
    return compile(sources, List.of(), processors);
  }

  /** Compiles with more options. */
  Compilation compile(
      Map<String, String> sources, List<String> moreOptions, Processor... processors) {
    try {
      Path root = newDirectory();
      Path in = Files.createDirectory(root.resolve("in"));
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = in.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
      Path out = Files.createDirectory(root.resolve("out"));
      return run(files, out, classpath(), moreOptions, processors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Below the build folder, so that a clean build removes it. */
  private static Path newDirectory() throws IOException {
    return Files.createTempDirectory(
        Files.createDirectories(Path.of("target", "compilations")), "compilation");
  }

  /** Compiles with the classes of an earlier compilation. */
  Compilation compileAgainst(Compilation library, Map<String, String> sources) {
    String classpath = joined(classpath()) + File.pathSeparator + library.out();
    return compile(
        sources,
        List.of("-classpath", classpath),
        new RecipeCatalogProcessor(),
        new RecipeProcessor());
  }

  Compilation run(
      List<Path> files, Path out, List<Path> classpath, List<String> more, Processor... processors)
      throws IOException {
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of("-d", out.toString(), "-s", out.toString()));
    options.addAll(List.of("-encoding", "UTF-8"));
    if (!more.contains("-classpath")) {
      options.addAll(List.of("-classpath", joined(classpath)));
    }
    if (processors.length == 0) {
      options.add("-proc:none");
    }
    options.addAll(more);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter log = new StringWriter();
    JavaCompiler compiler = compiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      CompilationTask task =
          compiler.getTask(
              log,
              manager,
              diagnostics,
              options,
              List.of(),
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(processors));
      boolean succeeded = task.call();
      return new Compilation(succeeded, diagnostics.getDiagnostics(), log.toString(), out);
    }
  }

  /** What user code is compiled against: the language and the runtime. */
  static List<Path> classpath() {
    return List.of(module(Recipe.class), module(Pipeline.class));
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Where the classes of a module are. */
  private static Path module(Class<?> oneOfIts) {
    try {
      return Path.of(oneOfIts.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
