package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.EngineKind;
import dev.recipe4j.runtime.Engines;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which engine computes, and how. */
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "KIND",
      defaultValue = "auto",
      description =
          "auto, compiled or reference. Default: auto, the compiled one if it can be had.")
  EngineKind kind = EngineKind.AUTO;

  @Option(
      names = "--convolution",
      paramLabel = "HOW",
      defaultValue = "auto",
      description =
          "Of the compiled engine: auto, with Winograd's algorithm where it is faster, or direct,"
              + " which rounds less. Default: auto.")
  ConvolutionAlgorithm convolution = ConvolutionAlgorithm.AUTO;

  /** The compiled engine, which prints where its time went when it is closed. */
  EngineFactory profiled(PrintWriter out) {
    return Engines.profiled(convolution, profile -> ProfilePrinter.print(profile, out));
  }

  /** The engines, and who is told about a choice that was made for the user. */
  EngineFactory engines(Consumer<String> note) {
    return Engines.of(kind, convolution, note);
  }
}
