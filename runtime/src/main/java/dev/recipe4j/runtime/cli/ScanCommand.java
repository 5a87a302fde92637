package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.data.DataFacts;
import dev.recipe4j.runtime.data.DataScan;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.RunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at data and writes its facts as an annotation for recipes. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Looks at a data set and writes its facts as an annotation for recipes.")
final class ScanCommand implements Callable<Integer> {
  private static final int SECONDS_BETWEEN_MESSAGES = 5;
  private static final int NAMES_SHOWN = 10;

  @Spec CommandSpec command;

  @Parameters(
      paramLabel = "DATA",
      description =
          "IDX files, CIFAR's binary version, train_list.txt and val_list.txt of 'path label' lines,"
              + " or a folder of images for each class, divided into train/ and val/ or not.")
  Path data;

  @Option(
      names = "--java",
      paramLabel = "FILE",
      description =
          "Write the annotation here, named after the file. Default: print it and write nothing.")
  @Nullable Path java;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Package of the annotation. Default: the path below src/main/java.")
  @Nullable String packageName;

  @Option(names = "--force", description = "Replace the file if it exists.")
  boolean force;

  @Override
  public Integer call() {
    Optional<Path> file = Optional.ofNullable(java);
    AnnotationPlace place = place(file);
    if (!Files.exists(data)) {
      throw wrongUse("%s does not exist".formatted(data));
    }
    if (file.isPresent() && Files.exists(file.get()) && !force) {
      throw wrongUse("%s exists; --force replaces it".formatted(file.get()));
    }
    DataFacts facts =
        DataScan.of(
            data, new ScanProgress(command.commandLine().getErr(), SECONDS_BETWEEN_MESSAGES));
    PrintWriter out = command.commandLine().getOut();
    print(facts, out);
    String source = new DataAnnotation(facts, place.packageName(), place.name()).source();
    if (file.isEmpty() || !facts.faults().isEmpty()) {
      out.printf("%n%s", source);
    } else {
      write(file.get(), source);
      out.println("wrote " + file.get());
    }
    out.flush();
    return facts.faults().isEmpty() ? ExitCode.OK : tell(facts.faults(), file);
  }

  private AnnotationPlace place(Optional<Path> file) {
    Optional<String> given = Optional.ofNullable(packageName);
    try {
      return file.map(java -> AnnotationPlace.of(java, given))
          .orElseGet(() -> AnnotationPlace.ofData(data, given));
    } catch (IllegalArgumentException e) {
      throw wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private void print(DataFacts facts, PrintWriter out) {
    out.printf(
        "%s: %d training and %d validation images of %d classes%n",
        data, facts.trainExamples(), facts.validationExamples(), facts.classes());
    if (!facts.classNames().isEmpty()) {
      out.println("classes: " + brief(facts.classNames()));
    }
    out.println(
        facts.imageSize().isPresent()
            ? "images: all %1$dx%1$d pixels".formatted(facts.imageSize().getAsInt())
            : "images: smallest side %d pixels".formatted(facts.smallestSide()));
    out.println("channels: " + (facts.channels() == 1 ? "1 (grey)" : "3 (red, green, blue)"));
    out.println("mean: " + decimals(facts.mean()) + ", std: " + decimals(facts.std()));
    facts.fingerprint().ifPresent(value -> out.println("fingerprint: " + value));
  }

  private static String brief(List<String> names) {
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    int more = names.size() - NAMES_SHOWN;
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }

  private static String decimals(List<Double> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%.3f", number))
        .collect(Collectors.joining(" "));
  }

  private static void write(Path file, String source) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder == null ? Path.of("") : folder);
    } catch (IOException e) {
      throw new RunException("cannot make the folder %s: %s".formatted(folder, e), e);
    }
    AtomicFile.write(file, source.getBytes(StandardCharsets.UTF_8));
  }

  /** Names every fault. The facts are known only in part, so no file is written. */
  private int tell(List<String> faults, Optional<Path> file) {
    PrintWriter err = command.commandLine().getErr();
    faults.forEach(fault -> err.println("recipe4j: " + fault.replace('\n', ' ')));
    err.printf(
        "recipe4j: %d %s in %s: mend the data and scan it again%s%n",
        faults.size(),
        faults.size() == 1 ? "fault" : "faults",
        data,
        file.map(java -> "; %s is not written".formatted(java)).orElse(""));
    return ExitCode.SOFTWARE;
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
