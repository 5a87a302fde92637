package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Names;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.train.RunException;
import java.util.Collection;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The recipes on the class path, by id. */
final class Catalogue {
  private final SortedMap<String, Pipeline> pipelines = new TreeMap<>();

  private Catalogue(Iterable<Pipeline> found) {
    for (Pipeline pipeline : found) {
      String id = pipeline.recipe().recipe().id();
      Pipeline present = pipelines.put(id, pipeline);
      if (present != null) {
        throw new RunException(
            "two recipes have the id %s: %s and %s; give one of them another"
                .formatted(id, present.getClass().getName(), pipeline.getClass().getName()));
      }
    }
  }

  /** All recipes that a {@code @RecipeCatalog} lists. */
  static Catalogue ofClassPath() {
    return new Catalogue(ServiceLoader.load(Pipeline.class));
  }

  Collection<Pipeline> all() {
    return pipelines.values();
  }

  /** The recipe of the given id, if it is on the class path. */
  Optional<Pipeline> find(String id) {
    return Optional.ofNullable(pipelines.get(id));
  }

  /**
   * The recipe of the given id.
   *
   * @throws ParameterException naming the nearest ids if there is none
   */
  Pipeline find(String id, CommandLine command) {
    Pipeline pipeline = pipelines.get(id);
    if (pipeline == null) {
      throw new ParameterException(
          command,
          pipelines.isEmpty()
              ? "no recipe on the class path: put @RecipeCatalog on the package of yours"
              : "no recipe '%s'; did you mean %s? 'recipe4j list' shows all"
                  .formatted(id, String.join(", ", Names.nearest(id, pipelines.keySet()))));
    }
    return pipeline;
  }
}
