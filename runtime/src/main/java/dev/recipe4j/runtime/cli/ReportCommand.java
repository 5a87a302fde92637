package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.RunReport;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.train.RunDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a run as one page. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes report.html of a run that is finished, stopped or failed: one page that needs no"
            + " network.")
final class ReportCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin DataOption data;

  @Parameters(paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "HTML file to write. Default: report.html in the run directory.")
  @Nullable Path out;

  @Override
  public Integer call() {
    String id = new RunDirectory(run).document().recipe().recipe().id();
    RunReport report = RunReport.of(run);
    Optional<Pipeline> pipeline = Catalogue.ofClassPath().find(id);
    pipeline.ifPresent(report::pipeline);
    Optional<ImageData> images = data.ifPresent(pipeline);
    images.ifPresent(report::data);
    Path file = out == null ? report.write() : out;
    if (out != null) {
      report.write(out);
    }
    command
        .commandLine()
        .getOut()
        .printf(
            "wrote %s%s%n",
            file, images.isPresent() ? "" : ", without pictures: name the images with --data DIR");
    return ExitCode.OK;
  }
}
