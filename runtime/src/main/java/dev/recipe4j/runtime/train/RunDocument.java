package dev.recipe4j.runtime.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code recipe.json}: what exactly was trained, on what and by what.
 *
 * @param recipe the recipe
 * @param classNames names of the classes, class 0 first
 * @param input shape of one training example
 * @param data where the images came from
 * @param trainExamples number of training images
 * @param validationExamples number of validation images
 * @param engine name of the engine
 * @param engineThreads of the engine; 0 if the document is older than this value
 * @param versions of what took part, by name
 * @param started when, in ISO-8601
 * @param settings values of the recipe that were set for this run and are not the compiled ones
 */
public record RunDocument(
    RecipeSpec recipe,
    List<String> classNames,
    Shape input,
    String data,
    int trainExamples,
    int validationExamples,
    String engine,
    int engineThreads,
    Map<String, String> versions,
    String started,
    List<Setting> settings) {
  private static final int FORMAT = 1;

  public RunDocument {
    classNames = List.copyOf(classNames);
    settings = List.copyOf(settings);
  }

  /** SHA-256 of the recipe: equal for equal recipes. */
  public String fingerprint() {
    byte[] canonical = SpecJson.write(recipe).toString().getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Requires that images are of the classes that were learned.
   *
   * @param data what a message calls them
   * @param run what it calls the run
   * @throws RunException if they are not
   */
  public void requireSameClasses(ImageData images, Object data, Object run) {
    List<String> found = images.classNames().orElse(classNames);
    if (images.classes() != classNames.size() || !found.equals(classNames)) {
      throw new RunException(
          "%s has the classes %s, the run %s has learned %s: name data of the same classes"
              .formatted(data, String.join(", ", found), run, String.join(", ", classNames)));
    }
  }

  void write(Path file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT).put("id", recipe.recipe().id()).put("fingerprint", fingerprint());
    root.set("recipe", SpecJson.write(recipe));
    if (!settings.isEmpty()) {
      ObjectNode set = root.putObject("settings");
      settings.forEach(setting -> set.put(setting.key(), setting.value()));
    }
    classNames.forEach(root.putArray("classNames")::add);
    root.putObject("input")
        .put("channels", input.channels())
        .put("height", input.height())
        .put("width", input.width());
    root.putObject("data")
        .put("description", data)
        .put("trainExamples", trainExamples)
        .put("validationExamples", validationExamples);
    root.put("engine", engine).put("engineThreads", engineThreads);
    ObjectNode all = root.putObject("versions");
    versions.forEach(all::put);
    root.put("started", started);
    JsonFile.write(file, root);
  }

  /**
   * Reads the document.
   *
   * @throws RunException if the file is missing or damaged
   */
  public static RunDocument read(Path file) {
    return JsonFile.read(file, RunDocument::of)
        .orElseThrow(() -> new RunException(file + " is missing: not a run directory"));
  }

  private static RunDocument of(JsonNode root) {
    if (root.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException("unknown format " + root.path("format"));
    }
    List<String> names = new ArrayList<>();
    root.path("classNames").forEach(name -> names.add(name.asText()));
    JsonNode input = root.path("input");
    Map<String, String> versions = new LinkedHashMap<>();
    root.path("versions")
        .properties()
        .forEach(version -> versions.put(version.getKey(), version.getValue().asText()));
    List<Setting> settings = new ArrayList<>();
    root.path("settings")
        .properties()
        .forEach(set -> settings.add(new Setting(set.getKey(), set.getValue().asText())));
    return new RunDocument(
        SpecJson.read(root.path("recipe")),
        names,
        new Shape(
            input.path("channels").asInt(),
            input.path("height").asInt(),
            input.path("width").asInt()),
        root.at("/data/description").asText(),
        root.at("/data/trainExamples").asInt(),
        root.at("/data/validationExamples").asInt(),
        root.path("engine").asText(),
        root.path("engineThreads").asInt(),
        versions,
        root.path("started").asText(),
        settings);
  }
}
