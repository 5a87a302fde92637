package dev.recipe4j.runtime.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that goes on with a run. */
final class ResumeCommand {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+");

  private ResumeCommand() {}

  /**
   * What to type, as a shell takes it.
   *
   * @param words of the command that trained
   * @param run its directory
   */
  static String text(List<String> words, Path run) {
    List<String> again = new ArrayList<>(List.of("recipe4j"));
    again.addAll(words);
    if (words.stream().noneMatch(word -> word.equals("--out") || word.startsWith("--out="))) {
      again.add("--out");
      again.add(run.toString());
    }
    if (!words.contains("--resume")) {
      again.add("--resume");
    }
    return again.stream().map(ResumeCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches()
        ? word
        : '"' + word.replaceAll("([\"\\\\$`])", "\\\\$1") + '"';
  }
}
