package dev.recipe4j.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures were measured on. */
final class Machine {
  /** Vector extensions that decide how fast a network is. */
  private static final Set<String> EXTENSIONS =
      Set.of("avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile", "amx_bf16");

  /** The libraries that compute, with their version. */
  private static final Pattern LIBRARY =
      Pattern.compile("(nd4j-native|openblas|dnnl)-(\\d[\\w.]*?(-[\\d.]+|-M[\\d.]+)?)\\.jar");

  private Machine() {}

  /** Processor, its vector extensions, memory, and libraries of our engines. */
  static String describe() throws IOException {
    List<String> processor = Files.readAllLines(Path.of("/proc/cpuinfo"));
    String extensions =
        Arrays.stream(value(processor, "flags").split(" "))
            .filter(EXTENSIONS::contains)
            .collect(Collectors.joining(" "));
    String memory = value(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal");
    long mebibytes = Long.parseLong(memory.replaceAll("\\D", "")) / 1024;
    return "%s (family %s, model %s; %s), %d processors, %d MiB; %s"
        .formatted(
            value(processor, "model name"),
            value(processor, "cpu family"),
            value(processor, "model"),
            extensions,
            Runtime.getRuntime().availableProcessors(),
            mebibytes,
            libraries(System.getProperty("java.class.path")));
  }

  /** Processes that ran or waited for a processor in the last minute; busy ones disturb. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String libraries(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> LIBRARY.matcher(Path.of(entry).getFileName().toString()))
        .filter(Matcher::matches)
        .map(jar -> jar.group(1) + " " + jar.group(2))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The value of the first line {@code key : value}. */
  private static String value(List<String> lines, String key) {
    return lines.stream()
        .map(line -> line.split("\\s*:\\s*", 2))
        .filter(parts -> parts.length == 2 && parts[0].equals(key))
        .map(parts -> parts[1])
        .findFirst()
        .orElse("unknown");
  }
}
