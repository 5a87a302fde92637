package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and SIGTERM store the run and say how to go on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
class SignalTest {
  private static final Pattern STOPPED =
      Pattern.compile(
          "recipe4j: stopped on request after step \\d+ \\(epoch \\d, [^)]+\\):"
              + " go on with 'recipe4j (train [^']+ --resume)'");

  @TempDir Path folder;

  @Test
  void storeTheRunAndSayHowToGoOn() throws IOException, InterruptedException {
    TrainingProcess training = new TrainingProcess(folder.resolve("da ta"));
    Path undisturbed = training.undisturbed(folder.resolve("undisturbed"));
    for (String name : isInterruptIgnored() ? List.of("TERM") : List.of("INT", "TERM")) {
      Path run = folder.resolve(name);
      Process process = training.start(run);
      while (process.isAlive() && TrainingProcess.files(run).isEmpty()) {
        Thread.onSpinWait();
      }
      assertEquals(0, signal(name, process));
      assertEquals(name.equals("INT") ? 130 : 143, process.waitFor());
      List<String> errors = TrainingProcess.errorsOf(run).lines().toList();
      assertEquals(
          "recipe4j: stops after this step and stores the run; a second Ctrl-C ends it at once",
          errors.get(0));
      Matcher stopped = STOPPED.matcher(errors.get(1));
      assertTrue(stopped.matches(), errors.get(1));
      assertEquals(2, errors.size(), errors.toString());
      assertFalse(TrainingProcess.files(run).isEmpty());
      Outcome resumed = Terminal.run((Object[]) words(stopped.group(1)));
      assertEquals(0, resumed.exitCode(), resumed.err());
      assertTrue(resumed.out().contains("note: the run goes on after "), resumed.out());
      TrainingProcess.assertSameBits(undisturbed, run, name);
    }
  }

  /** Two signals at once: the second does not wait for the first to be obeyed. */
  @Test
  void theSecondOneEndsAtOnce() throws IOException, InterruptedException {
    TrainingProcess training = new TrainingProcess(folder.resolve("data"));
    Path undisturbed = training.undisturbed(folder.resolve("undisturbed"));
    Path run = folder.resolve("run");
    Process process = training.start(run);
    signal("TERM", process);
    signal("TERM", process);
    assertEquals(143, process.waitFor());
    assertFalse(TrainingProcess.errorsOf(run).contains("\tat "), TrainingProcess.errorsOf(run));
    assertEquals(0, training.start(run, "--resume").waitFor(), TrainingProcess.errorsOf(run));
    TrainingProcess.assertSameBits(undisturbed, run, "two signals");
  }

  /**
   * Whether this process, and so its children, were started to ignore Ctrl-C, as with nohup or in
   * the background of a script. The command then ignores it too, and only SIGTERM can be tested.
   */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean isIgnored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> ignored.testBit(1));
    if (isIgnored) {
      System.err.println("SignalTest: SIGINT is ignored here, so only SIGTERM is tested");
    }
    return isIgnored;
  }

  private static int signal(String name, Process process) throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** As a shell takes the command; only the data's path has a space. */
  private static String[] words(String command) {
    return Pattern.compile("\"([^\"]*)\"|\\S+")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toArray(String[]::new);
  }
}
