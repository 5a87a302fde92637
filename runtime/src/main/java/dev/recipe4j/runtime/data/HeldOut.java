package dev.recipe4j.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of one class that are kept for validation: those whose hash falls into the lowest fifth
 * of all hashes; of two files or more, at least one and not all.
 */
final class HeldOut {
  private static final double SHARE = 0.2;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<String> files;

  private HeldOut(Set<String> files) {
    this.files = files;
  }

  static HeldOut of(String className, List<String> files) {
    List<String> byHash =
        files.stream()
            .sorted(
                Comparator.comparingDouble((String file) -> hash(className, file))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    int lowest = (int) byHash.stream().filter(file -> hash(className, file) < SHARE).count();
    int held = Math.min(Math.max(lowest, 1), Math.max(files.size() - 1, 0));
    return new HeldOut(byHash.stream().limit(held).collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(String file) {
    return files.contains(file);
  }

  /**
   * A number from 0 to below 1, spread evenly: FNV-1a (Fowler, Noll and Vo) over the UTF-8 bytes of
   * "class/file", with the mixing of {@link Draw} behind it because the high bits of FNV vary
   * little between short names.
   */
  private static double hash(String className, String file) {
    long hash = FNV_OFFSET;
    for (byte b : (className + "/" + file).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return Draw.of(hash, 0, 0).uniform();
  }
}
