package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the tensors of a file into a network and those of a network into a file. Which publisher's
 * names a file has is found out: those of which it has most.
 */
public final class NetworkWeights {
  private static final int MOST_NAMED = 4;

  private final Network network;
  private final ParameterLayout layout;
  private final List<Naming> namings;

  /** The weights of a network that has this layout. */
  public NetworkWeights(Network network, ParameterLayout layout) {
    this.network = network;
    this.layout = layout;
    this.namings = namings(network);
  }

  private static List<Naming> namings(Network network) {
    List<Naming> namings = new ArrayList<>(List.of(new OwnNames(), new Dl4jNames()));
    if (TorchvisionNames.cover(network)) {
      namings.add(new TorchvisionNames(network));
    }
    if (TimmNames.cover(network)) {
      namings.add(new TimmNames(network));
    }
    if (PaddleNames.cover(network)) {
      namings.add(new PaddleNames(network));
    }
    if (KerasNames.cover(network)) {
      namings.add(new KerasNames(network));
    }
    if (KerasFileNames.cover(network)) {
      namings.add(new KerasFileNames(network));
    }
    return List.copyOf(namings);
  }

  /**
   * Takes the tensors of a file. The classifier is left as it is where the file has none or one of
   * another shape.
   *
   * @param parameters changed in place
   * @throws WeightsException if a tensor of another shape or type than the network's is in the
   *     file, has a number that is not finite, or a variance below 0; nothing has changed then
   */
  public LoadReport load(WeightsFile file, FloatBuffer parameters) {
    Naming naming = namingOf(file);
    List<Entry> taken = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> unexpected = new LinkedHashSet<>();
    file.tensors().values().stream()
        .filter(StoredTensor::isFloatingPoint)
        .forEach(tensor -> unexpected.add(tensor.name()));
    boolean takesHead = takesHead(file, naming);
    for (Entry entry : layout.entries()) {
      PublishedTensor published = naming.of(entry);
      StoredTensor stored = file.tensors().get(published.name());
      if (stored == null) {
        missing.add(published.name());
      } else if (isHead(entry) && !takesHead) {
        skipped.add(published.name());
      } else {
        requireFit(file, stored, published, entry);
        taken.add(entry);
      }
      unexpected.remove(published.name());
    }
    FloatBuffer read = FloatBuffer.allocate(Math.toIntExact(layout.size()));
    for (Entry entry : taken) {
      read(file, naming.of(entry), entry, read);
    }
    for (Entry entry : taken) {
      int offset = (int) entry.offset();
      parameters.put(offset, read, offset, (int) entry.tensor().size());
    }
    return new LoadReport(
        naming.publisher(),
        taken.stream().map(entry -> naming.of(entry).name()).toList(),
        skipped,
        missing,
        List.copyOf(unexpected));
  }

  /**
   * As {@link #load}, but every tensor before the classifier must be in the file.
   *
   * @throws WeightsException naming some that are missing, if so
   */
  public LoadReport loadBackbone(WeightsFile file, FloatBuffer parameters) {
    LoadReport report = load(file, parameters);
    Naming naming = namingOf(file);
    List<String> head =
        layout.entries().stream().filter(this::isHead).map(e -> naming.of(e).name()).toList();
    List<String> lacking = report.missing().stream().filter(name -> !head.contains(name)).toList();
    if (!lacking.isEmpty()) {
      throw new WeightsException(
          "%s lacks %d of the %d tensors of %s, %s: take weights of this network and flavour"
              .formatted(
                  file.path(),
                  lacking.size(),
                  layout.entries().size(),
                  network.name(),
                  some(lacking)));
    }
    return report;
  }

  /**
   * All tensors of the network, named by a publisher.
   *
   * @param publisher {@code recipe4j}, or one of {@link #publishers()}
   * @param parameters read when a tensor is
   * @throws WeightsException if the publisher has no such network
   */
  public List<StoredTensor> tensors(String publisher, FloatBuffer parameters) {
    Naming naming =
        namings.stream()
            .filter(known -> known.publisher().equalsIgnoreCase(publisher))
            .findFirst()
            .orElseThrow(
                () ->
                    new WeightsException(
                        "there are no names of %s for %s; take one of %s"
                            .formatted(
                                publisher, network.name(), String.join(", ", publishers()))));
    return layout.entries().stream()
        .map(
            entry -> {
              PublishedTensor published = naming.of(entry);
              return new StoredTensor(
                  published.name(),
                  NumberFormat.F32.name(),
                  true,
                  published.arrangement().shape(entry.tensor()),
                  target ->
                      published
                          .arrangement()
                          .give(parameters, (int) entry.offset(), entry.tensor(), target));
            })
        .toList();
  }

  /** Whose names there are for this network. */
  public List<String> publishers() {
    return namings.stream().map(Naming::publisher).toList();
  }

  private Naming namingOf(WeightsFile file) {
    Naming best =
        namings.stream().max(Comparator.comparingLong(naming -> count(file, naming))).orElseThrow();
    if (count(file, best) == 0) {
      throw new WeightsException(
          "%s holds no tensor of %s under a name of %s; its first are %s"
              .formatted(
                  file.path(),
                  network.name(),
                  String.join(", ", publishers()),
                  some(List.copyOf(file.tensors().keySet()))));
    }
    return best;
  }

  private long count(WeightsFile file, Naming naming) {
    return layout.entries().stream()
        .filter(entry -> file.tensors().containsKey(naming.of(entry).name()))
        .count();
  }

  private boolean isHead(Entry entry) {
    return entry.layer().equals(network.output());
  }

  private boolean takesHead(WeightsFile file, Naming naming) {
    return layout.entries().stream()
        .filter(this::isHead)
        .allMatch(
            entry -> {
              PublishedTensor published = naming.of(entry);
              return file.tensor(published.name())
                  .filter(s -> s.shape().equals(published.arrangement().shape(entry.tensor())))
                  .isPresent();
            });
  }

  private void requireFit(
      WeightsFile file, StoredTensor stored, PublishedTensor published, Entry entry) {
    List<Long> shape = published.arrangement().shape(entry.tensor());
    if (!stored.shape().equals(shape)) {
      throw new WeightsException(
          "%s: tensor '%s' is %s, but %s needs %s for %s: take weights of this width and flavour"
              .formatted(
                  file.path(),
                  published.name(),
                  stored.shape(),
                  network.name(),
                  shape,
                  entry.layer().name()));
    }
    if (!stored.isFloatingPoint()) {
      throw new WeightsException(
          "%s: tensor '%s' is stored as %s; save it as floating-point numbers"
              .formatted(file.path(), published.name(), WeightsException.shown(stored.type())));
    }
  }

  private static void read(
      WeightsFile file, PublishedTensor published, Entry entry, FloatBuffer target) {
    FloatBuffer numbers = file.tensor(published.name()).orElseThrow().read();
    boolean isVariance = entry.tensor().kind() == Kind.VARIANCE;
    for (int i = 0; i < numbers.capacity(); i++) {
      float number = numbers.get(i);
      if (!Float.isFinite(number) || (isVariance && number < 0)) {
        throw WeightsException.damaged(
            file.path(), "tensor '%s' has the number %s".formatted(published.name(), number));
      }
    }
    published.arrangement().take(numbers, entry.tensor(), target, (int) entry.offset());
  }

  private static String some(List<String> names) {
    String shown =
        names.stream()
            .limit(MOST_NAMED)
            .map(name -> "'" + WeightsException.shown(name) + "'")
            .collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? shown + ", ..." : shown;
  }
}
