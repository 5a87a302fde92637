package dev.recipe4j.processor;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.recipe4j.ComponentOf;
import dev.recipe4j.Range;
import dev.recipe4j.Recipe;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Unexecuted;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sources of random recipes over the whole vocabulary, found by reflection: most slots filled once,
 * most values in their range, some not.
 */
final class RandomRecipes {
  private static final double[] DOUBLES = {0.1, 0.5, 0.9, 1, 0.05, 1e-4, 3e-5, 2, 0.01, 0.2, 5};
  private static final double[] WRONG_DOUBLES = {0, -1, 1.5, 1e9, -0.1};
  private static final int[] INTEGERS = {1, 2, 5, 8, 10, 28, 32, 64, 90, 100, 128, 224, 256, 1024};
  private static final int[] WRONG_INTEGERS = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 3};

  private final Map<Slot, List<Class<? extends Annotation>>> vocabulary = new TreeMap<>();
  private final Random random;

  RandomRecipes(long seed) {
    random = new Random(seed);
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Recipe.class.getPackageName())
            .stream()
            .filter(type -> type.isAnnotatedWith(ComponentOf.class))
            .map(JavaClass::reflect)
            .map(type -> type.<Annotation>asSubclass(Annotation.class))
            .sorted(Comparator.comparing(Class::getName))
            .forEach(
                type ->
                    vocabulary
                        .computeIfAbsent(
                            type.getAnnotation(ComponentOf.class).value(), s -> new ArrayList<>())
                        .add(type));
  }

  /** A recipe interface of the given name, each component on a line of its own. */
  String source(String name) {
    List<String> lines = new ArrayList<>();
    lines.add("@Recipe(epochs = %d)".formatted(chance(0.95) ? pick(90, 120, 200) : pick(0, 1, 5)));
    boolean isTrained = chance(0.7);
    vocabulary.forEach(
        (slot, all) -> {
          List<Class<? extends Annotation>> types =
              all.stream().filter(type -> !isTrained || hasRuntime(type)).toList();
          if (slot != Slot.RECIPE && chance(slot.isRequired() ? 0.98 : 0.35)) {
            List<Class<? extends Annotation>> shuffled = new ArrayList<>(types);
            Collections.shuffle(shuffled, random);
            // Now and then two different ones, which is a fault in most slots.
            int count = chance(0.02) ? 2 : 1;
            shuffled.stream().limit(count).map(this::component).forEach(lines::add);
          }
        });
    return "%s\ninterface %s {}\n".formatted(String.join("\n", lines), name);
  }

  /** Without a chance of NO_RUNTIME hardly any recipe would be sound. */
  private static boolean hasRuntime(Class<? extends Annotation> type) {
    return Unexecuted.gaps().stream()
        .filter(gap -> gap.member().isEmpty())
        .noneMatch(gap -> gap.type().getSimpleName().equals(type.getSimpleName()));
  }

  private String component(Class<? extends Annotation> type) {
    List<String> members = new ArrayList<>();
    for (Method member : sorted(type.getDeclaredMethods())) {
      List<String> usual =
          USUAL.getOrDefault(type.getSimpleName() + "." + member.getName(), List.of());
      boolean isNeeded = member.getDefaultValue() == null;
      Optional<String> literal = Optional.empty();
      if (!usual.isEmpty() && chance(0.97)) {
        literal = Optional.of(usual.get(random.nextInt(usual.size())));
      } else if (isNeeded || chance(0.06)) {
        literal = literal(member);
      }
      literal.ifPresent(value -> members.add(member.getName() + " = " + value));
    }
    return "@%s(%s)".formatted(type.getSimpleName(), String.join(", ", members));
  }

  /** Members that most recipes write, with values that go together: else hardly one is sound. */
  private static final Map<String, List<String>> USUAL =
      Map.ofEntries(
          Map.entry("Dataset.classes", List.of("3", "10", "1000")),
          Map.entry("ClassWeights.value", List.of("{}", "{1, 2, 0.5}")),
          Map.entry("Dataset.trainExamples", List.of("50000", "60001", "1281167")),
          Map.entry("Dataset.imageSize", List.of("224", "256")),
          Map.entry("Batch.value", List.of("64", "128", "256")),
          Map.entry("LearningRate.reference", List.of("0.1", "0.05", "0.01")),
          Map.entry("LearningRate.referenceBatch", List.of("128", "256")),
          Map.entry("Normalize.mean", List.of("{0.5, 0.4, 0.3}")),
          Map.entry("Normalize.std", List.of("{0.2, 0.2, 0.1}")),
          Map.entry("PiecewiseDecay.atEpochs", List.of("{30, 60}", "{20}", "{10, 50, 80}")),
          Map.entry("LinearWarmup.epochs", List.of("5", "0.5", "2.5")),
          Map.entry("RandomResizedCrop.value", List.of("160", "224")),
          Map.entry("ResizeTo.value", List.of("160", "224")));

  private Optional<String> literal(Method member) {
    Class<?> type = member.getReturnType();
    Optional<Range> range = Optional.ofNullable(member.getAnnotation(Range.class));
    if (type == int.class || type == long.class) {
      return Optional.of(Long.toString(integer(range)));
    }
    if (type == double.class) {
      return Optional.of(Double.toString(number(range)));
    }
    if (type == boolean.class) {
      return Optional.of(Boolean.toString(random.nextBoolean()));
    }
    if (type == String.class) {
      return Optional.of("\"%s\"".formatted(pick("abc", "x-1", "Größe \\\\ \\\"")));
    }
    if (type.isEnum()) {
      Object constant = type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
      return Optional.of(type.getCanonicalName() + "." + ((Enum<?>) constant).name());
    }
    if (type == Class.class) {
      return Optional.of("Object.class");
    }
    return type.isArray() ? array(type.getComponentType(), range) : Optional.empty();
  }

  private Optional<String> array(Class<?> element, Optional<Range> range) {
    int size = pick(0, 1, 1, 3, 3, 3);
    if (element == int.class) {
      return Optional.of(
          IntStream.range(0, size)
              .mapToObj(i -> Integer.toString((i + 1) * pick(1, 2, 30)))
              .collect(Collectors.joining(", ", "{", "}")));
    }
    if (element == double.class) {
      return Optional.of(
          IntStream.range(0, size)
              .mapToObj(i -> Double.toString(number(range)))
              .collect(Collectors.joining(", ", "{", "}")));
    }
    return element == String.class ? Optional.of("{\"a\", \"b\", \"c\"}") : Optional.empty();
  }

  private int integer(Optional<Range> range) {
    if (range.isPresent() && range.get().oneOf().length > 0 && chance(0.97)) {
      double[] values = range.get().oneOf();
      return (int) values[random.nextInt(values.length)];
    }
    int[] values = chance(0.97) ? INTEGERS : WRONG_INTEGERS;
    return values[random.nextInt(values.length)];
  }

  private double number(Optional<Range> range) {
    if (chance(0.03)) {
      return WRONG_DOUBLES[random.nextInt(WRONG_DOUBLES.length)];
    }
    double[] fitting =
        Arrays.stream(DOUBLES)
            .filter(
                value ->
                    range.isEmpty()
                        || (value > range.get().above()
                            && value >= range.get().atLeast()
                            && value < range.get().below()
                            && value <= range.get().atMost()))
            .toArray();
    return fitting.length == 0 ? 1 : fitting[random.nextInt(fitting.length)];
  }

  private static List<Method> sorted(Method[] methods) {
    return Arrays.stream(methods).sorted(Comparator.comparing(Method::getName)).toList();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int pick(int... values) {
    return values[random.nextInt(values.length)];
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
