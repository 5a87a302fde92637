package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on a disk that becomes full, and goes on when there is room. The disk is a file system in
 * memory, in a name space of its own, which Linux lets every user mount unless it is told not to.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "no file system to mount without being root")
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void stopsWithALineAndGoesOnWithTheSameBits() throws IOException, InterruptedException {
    assumeTrue(
        shell("mount -t tmpfs tmpfs " + folder) == 0, "this system lets no user mount a disk");
    TrainingProcess training = new TrainingProcess(folder.resolve("data"));
    Path undisturbed = training.undisturbed(folder.resolve("undisturbed"));
    long size = Files.size(undisturbed.resolve("checkpoints").resolve("best.ckpt"));
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path run = disk.resolve("run");
    Path after = folder.resolve("after");
    // Room for three checkpoints: the best, two of an epoch, two of steps and a draft do not fit.
    String script =
        String.join(
            "\n",
            "mount -t tmpfs -o size=%d tmpfs %s".formatted(3 * size + size / 2, disk),
            "%s 2>%s/full.err".formatted(quoted(training.command(run)), folder),
            "echo $? >%s/full.code".formatted(folder),
            "ls %s/checkpoints >%s/full.files".formatted(run, folder),
            "mount -o remount,size=%d %s".formatted(20 * size, disk),
            quoted(training.command(run, "--resume")),
            "code=$?",
            "cp -r %s %s".formatted(run, after),
            "exit $code");
    assertEquals(0, shell(script));
    List<String> errors = Files.readAllLines(folder.resolve("full.err"));
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(
        errors.get(0).startsWith("recipe4j: cannot write " + run)
            && errors.get(0).contains(": No space left on device"),
        errors.get(0));
    assertEquals("1", Files.readString(folder.resolve("full.code")).strip());
    List<String> files = Files.readAllLines(folder.resolve("full.files"));
    assertTrue(files.stream().allMatch(name -> name.endsWith(".ckpt")), files.toString());
    String log = Files.readString(after.resolve("log.txt"));
    assertTrue(log.contains("the run goes on after "), log);
    TrainingProcess.assertSameBits(undisturbed, after, "after a full disk");
  }

  private int shell(String script) throws IOException, InterruptedException {
    return new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
        .redirectOutput(folder.resolve("shell.out").toFile())
        .redirectError(folder.resolve("shell.err").toFile())
        .start()
        .waitFor();
  }

  private static String quoted(List<String> command) {
    return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }
}
