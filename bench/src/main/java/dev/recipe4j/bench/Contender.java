package dev.recipe4j.bench;

import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to run a training step. To compare another engine, add a line. */
// The factories are method references without state, the lists come from List.of.
@SuppressWarnings("ImmutableEnumChecker")
enum Contender {
  COMPILED("COMPILED", (n, i, t) -> new CompiledEngine(n, i, t, ConvolutionAlgorithm.AUTO)),
  COMPILED_DIRECT(
      "COMPILED, direct", (n, i, t) -> new CompiledEngine(n, i, t, ConvolutionAlgorithm.DIRECT)),
  REFERENCE("REFERENCE", ReferenceEngine::new),
  /** Without libnd4j's oneDNN build, and with JavaCPP's look at the memory at each allocation. */
  DL4J_AS_SHIPPED(
      "DL4J as shipped",
      ReferenceEngine::new,
      "-onednn.jar",
      "-Dorg.bytedeco.javacpp.maxphysicalbytes=1024g"),
  PYTORCH("PyTorch", "contiguous_format", false),
  PYTORCH_CHANNELS_LAST("PyTorch, channels last", "channels_last", false),
  PYTORCH_TUNED("PyTorch, tuned malloc", "contiguous_format", true),
  PYTORCH_TUNED_CHANNELS_LAST("PyTorch, tuned malloc, channels last", "channels_last", true);

  /** Huge pages, and memory kept when it is freed: glibc otherwise maps every large array anew. */
  static final String TUNED_MALLOC =
      "glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0"
          + ":glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=268435456";

  private static final String NOTHING = "";

  private final String title;
  private final @Nullable EngineFactory engine;
  private final String leftOut;
  private final List<String> javaOptions;
  private final String memoryFormat;
  private final boolean tunedMalloc;

  /** One of our engines. */
  Contender(String title, EngineFactory engine) {
    this(title, engine, NOTHING, "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
  }

  /** One of our engines, without the libraries whose file name ends in {@code leftOut}. */
  Contender(String title, EngineFactory engine, String leftOut, String... javaOptions) {
    this.title = title;
    this.engine = engine;
    this.leftOut = leftOut;
    this.javaOptions = List.of(javaOptions);
    this.memoryFormat = NOTHING;
    this.tunedMalloc = false;
  }

  /** PyTorch with a memory format of its own naming. */
  Contender(String title, String memoryFormat, boolean tunedMalloc) {
    this.title = title;
    this.engine = null;
    this.leftOut = NOTHING;
    this.javaOptions = List.of();
    this.memoryFormat = memoryFormat;
    this.tunedMalloc = tunedMalloc;
  }

  /** Name for people. */
  String title() {
    return title;
  }

  boolean isPyTorch() {
    return engine == null;
  }

  /** The engine of a contender that is not PyTorch. */
  EngineFactory engine() {
    return Objects.requireNonNull(engine, title);
  }

  /**
   * A process that measures the contender once and prints a {@link Measurement}, on as many
   * processors as it has threads.
   *
   * @param python interpreter with PyTorch
   * @param script {@code train.py}
   * @param seconds of warm-up, and again of measuring, at least; both are whole steps
   */
  ProcessBuilder process(Workload workload, int threads, double seconds, Path python, Path script) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("taskset", "-c", "0-" + (threads - 1)));
    command.addAll(isPyTorch() ? pythonCommand(workload, python, script) : javaCommand(workload));
    command.addAll(List.of(Integer.toString(threads), Double.toString(seconds)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    // What someone once set in a shell, as OPENBLAS_CORETYPE, must not slow or speed one of them.
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    if (tunedMalloc) {
      builder.environment().put("GLIBC_TUNABLES", TUNED_MALLOC);
    }
    return builder;
  }

  private List<String> javaCommand(Workload workload) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), TrainingWorker.class.getName()));
    command.addAll(List.of(name(), workload.name()));
    return command;
  }

  private String classPath() {
    String everything = System.getProperty("java.class.path");
    return Arrays.stream(everything.split(File.pathSeparator))
        .filter(entry -> leftOut.isEmpty() || !entry.endsWith(leftOut))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> pythonCommand(Workload workload, Path python, Path script) {
    return List.of(
        python.toString(),
        script.toString(),
        workload.architecture(),
        Long.toString(workload.parameters()),
        Integer.toString(workload.classes()),
        Integer.toString(workload.input().height()),
        Integer.toString(workload.batch()),
        memoryFormat);
  }
}
