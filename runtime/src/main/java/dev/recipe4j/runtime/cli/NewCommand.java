package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Names;
import dev.recipe4j.runtime.data.DataFacts;
import dev.recipe4j.runtime.data.DataScan;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a Maven project that trains somebody's images. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes a Maven project, with a recipe that is ready to train your images.")
final class NewCommand implements Callable<Integer> {
  private static final int SECONDS_BETWEEN_MESSAGES = 5;

  @Spec CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "Directory to write; new or empty.")
  Path directory;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATA",
      description =
          "The images: a folder for each class, divided into train/ and val/ or not, or what else"
              + " 'scan' reads.")
  @Nullable Path data;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      defaultValue = "com.example",
      description = "Package of the recipe. Default: com.example.")
  String packageName = "com.example";

  @Option(
      names = "--from-scratch",
      description = "Do not start from published weights, which must be downloaded once.")
  boolean fromScratch;

  @Override
  public Integer call() {
    Path images = Objects.requireNonNull(data, "--data is required");
    if (!Files.exists(images)) {
      throw wrongUse("--data %s does not exist".formatted(images));
    }
    AnnotationPlace place = place(images);
    requireEmpty();
    DataFacts facts =
        DataScan.of(
            images, new ScanProgress(command.commandLine().getErr(), SECONDS_BETWEEN_MESSAGES));
    if (!facts.faults().isEmpty()) {
      throw new RunException(
          "%d faults in %s, the first: %s; 'recipe4j scan %s' names all: mend them first"
              .formatted(facts.faults().size(), images, facts.faults().get(0), images));
    }
    write(facts, place, images);
    return ExitCode.OK;
  }

  private AnnotationPlace place(Path images) {
    try {
      return AnnotationPlace.ofData(images, Optional.of(packageName));
    } catch (IllegalArgumentException e) {
      throw wrongUse("--package: " + e.getMessage());
    }
  }

  private void requireEmpty() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw wrongUse("%s is not empty: name a new directory".formatted(directory));
      }
    } catch (IOException e) {
      throw wrongUse("%s is no directory that can be read: name a new one".formatted(directory));
    }
  }

  private void write(DataFacts facts, AnnotationPlace place, Path images) {
    StarterRecipe starter = new StarterRecipe(facts, fromScratch);
    String recipe = place.name() + "Recipe";
    String path = packageName.replace('.', '/');
    Map<String, String> words = new LinkedHashMap<>();
    words.put("group", packageName);
    words.put("package", packageName);
    words.put("path", path);
    words.put("artifact", Names.toRecipeId(place.name()));
    words.put("annotation", place.name());
    words.put("recipe", recipe);
    words.put("id", Names.toRecipeId(recipe));
    words.put("version", Main.VERSION);
    words.put("data", images.toAbsolutePath().normalize().toString());
    words.put("classes", Integer.toString(facts.classes()));
    words.put(
        "fetch",
        starter
            .weights()
            .map("mvn -q compile exec:java -Dexec.args=\"weights fetch %s\"   # once\n"::formatted)
            .orElse(""));
    Path main = Path.of("src", "main", "java", path);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("pom.xml"), filled("pom.xml", words));
    files.put(Path.of(".mvn", "maven.config"), filled("maven.config", words));
    files.put(Path.of(".gitignore"), filled("gitignore", words));
    files.put(main.resolve("package-info.java"), filled("package-info.java", words));
    files.put(
        main.resolve(place.name() + ".java"),
        new DataAnnotation(facts, packageName, place.name()).source());
    files.put(main.resolve(recipe + ".java"), starter.source(packageName, place.name(), recipe));
    files.put(main.resolve("Classify.java"), filled("Classify.java", words));
    files.put(
        Path.of("src", "test", "java", path, recipe + "Test.java"),
        filled("RecipeTest.java", words));
    files.put(Path.of("README.md"), filled("README.md", words));
    files.forEach(this::write);
    tell(facts, files, words);
  }

  private void tell(DataFacts facts, Map<Path, String> files, Map<String, String> words) {
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        "wrote %s for %,d training and %,d validation images of %d classes:%n",
        directory, facts.trainExamples(), facts.validationExamples(), facts.classes());
    files.keySet().forEach(file -> out.println("  " + file));
    out.printf("%n%s", filled("next.txt", words).replace("${directory}", directory.toString()));
    out.flush();
  }

  private void write(Path file, String text) {
    Path target = directory.resolve(file);
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
    } catch (IOException e) {
      throw new RunException(
          "cannot make the directory %s: %s".formatted(target.getParent(), e), e);
    }
    AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of the project, the words put in. */
  private static String filled(String name, Map<String, String> words) {
    String text = read(name);
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("${" + word.getKey() + "}", word.getValue());
    }
    return text;
  }

  private static String read(String name) {
    try (InputStream file = NewCommand.class.getResourceAsStream("project/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the program itself", e);
    }
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
