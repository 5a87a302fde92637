package dev.recipe4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-alone project, copied to a place where nothing of this build is near, is built by Maven
 * against the artifacts of this build.
 */
class StandaloneProjectIT {
  private static final Path PROJECT = Path.of("standalone");
  private static final Path REPOSITORY = Path.of("target", "repository").toAbsolutePath();

  @TempDir Path folder;

  private Path project;

  @BeforeEach
  void copyOutsideTheTree() throws IOException {
    project = folder.resolve("swatches");
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.filter(f -> !f.startsWith(PROJECT.resolve("target"))).toList()) {
        Path copy = project.resolve(PROJECT.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void passesItsTests() throws IOException, InterruptedException {
    Outcome outcome = maven("verify");
    assertEquals(0, outcome.exitCode, outcome.output);
    assertTrue(outcome.output.contains("Tests run: 1, Failures: 0"), outcome.output);
  }

  @Test
  void doesNotCompileOnceItsRecipeIsBroken() throws IOException, InterruptedException {
    Path recipe = project.resolve("src/main/java/com/acme/swatches/SwatchesLeNet.java");
    Files.writeString(recipe, Files.readString(recipe).replace("@Batch(16)", "@Batch(64)"));
    Outcome outcome = maven("compile");
    assertEquals(1, outcome.exitCode, outcome.output);
    assertTrue(
        outcome.output.contains(
            "[LR_BATCH_SCALING] peak learning rate 0.02 does not follow linear scaling: 0.02 at"
                + " batch 16 gives 0.08 at batch 64"),
        outcome.output);
    assertTrue(outcome.output.contains("Fix: write peak = 0.08"), outcome.output);
  }

  private record Outcome(int exitCode, String output) {}

  private Outcome maven(String goal) throws IOException, InterruptedException {
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(System.getProperty("maven.home"), "bin", isWindows ? "mvn.cmd" : "mvn") + "");
    command.addAll(
        List.of(
            "-B", "-ntp", "-gs", settings().toString(), "-Dmaven.repo.local=" + REPOSITORY, goal));
    Path log = folder.resolve("maven.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().remove("MAVEN_OPTS");
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(log));
  }

  /** Libraries and plug-ins that this build has downloaded are copied, not downloaded again. */
  private Path settings() throws IOException {
    String repository = Path.of(System.getProperty("user.repository")).toUri().toString();
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <profiles>
            <profile>
              <id>downloaded</id>
              <repositories>
                <repository><id>downloaded</id><url>%1$s</url></repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository><id>downloaded</id><url>%1$s</url></pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(repository));
    return settings;
  }
}
