package dev.recipe4j.runtime.train;

import dev.recipe4j.schedule.Schedule;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.OpenModel;
import dev.recipe4j.spec.OpenSchedule;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the network and the schedule of a user's own that a stored recipe describes: without its
 * network a run could be neither loaded nor exported. Only a class on the class path that is a
 * {@link Model} or a {@link Schedule} is made, with plain values as its constructor takes them; no
 * other class that a file names is so much as initialised.
 */
final class OwnComponents {
  private OwnComponents() {}

  /**
   * The component with its object, if it is one that is needed after training.
   *
   * @throws RunException if its class is not on the class path
   * @throws IllegalArgumentException if the class is another than the description says
   */
  static Component made(Component read) {
    if (read instanceof OpenModel model) {
      return new OpenModel(
          model.annotation(),
          model.type(),
          model.arguments(),
          Optional.of(make(model, Model.class)));
    }
    if (read instanceof OpenSchedule schedule) {
      return new OpenSchedule(
          schedule.annotation(),
          schedule.type(),
          schedule.arguments(),
          Optional.of(make(schedule, Schedule.class)));
    }
    return read;
  }

  private static <T> T make(OpenComponent described, Class<T> kind) {
    Class<?> type = find(described.type());
    if (!kind.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "%s is no %s".formatted(described.type(), kind.getSimpleName()));
    }
    List<Object> values = described.arguments().stream().map(a -> a.value()).toList();
    List<String> types =
        described.arguments().stream().map(a -> a.type().replaceAll("<.*>", "")).toList();
    // The one that the pipeline calls; another of as many parameters may stand beside it.
    Constructor<?> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> c.getParameterCount() == values.size())
            .max(Comparator.comparing(c -> types.equals(typesOf(c))))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no constructor of %d values"
                            .formatted(described.type(), values.size())));
    Object[] arguments = new Object[values.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(values.get(i), constructor.getParameterTypes()[i]);
    }
    try {
      constructor.setAccessible(true);
      return kind.cast(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "%s cannot be made: %s".formatted(described.type(), e.getCause()), e);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          "%s cannot be made: %s".formatted(described.type(), e.getMessage()), e);
    }
  }

  private static List<String> typesOf(Constructor<?> constructor) {
    return Arrays.stream(constructor.getParameterTypes()).map(Class::getCanonicalName).toList();
  }

  /** The class of a name as Java source writes it: nested ones have a dot too. */
  private static Class<?> find(String name) {
    String binary = name;
    while (true) {
      try {
        return Class.forName(binary, false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException | LinkageError e) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0) {
          throw new RunException(
              "the recipe of the run has the class %s, which is not on the class path: add it"
                  .formatted(name),
              e);
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      }
    }
  }

  private static Object argument(Object value, Class<?> type) {
    if (type.isArray() && value instanceof List<?> list) {
      Class<?> element = type.getComponentType();
      Object array = Array.newInstance(element, list.size());
      for (int i = 0; i < list.size(); i++) {
        Array.set(array, i, argument(list.get(i), element));
      }
      return array;
    }
    if (value instanceof Number number) {
      return switch (type.getName()) {
        case "int" -> number.intValue();
        case "long" -> number.longValue();
        case "double" -> number.doubleValue();
        case "float" -> number.floatValue();
        case "short" -> number.shortValue();
        case "byte" -> number.byteValue();
        default -> throw unfit(value, type);
      };
    }
    if (value instanceof Boolean && type == boolean.class) {
      return value;
    }
    if (value instanceof String text) {
      if (type == String.class) {
        return text;
      }
      if (type == char.class && text.length() == 1) {
        return text.charAt(0);
      }
      if (type == Class.class) {
        return find(text);
      }
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          if (((Enum<?>) constant).name().equals(text)) {
            return constant;
          }
        }
      }
    }
    throw unfit(value, type);
  }

  private static IllegalArgumentException unfit(Object value, Class<?> type) {
    return new IllegalArgumentException("%s is no %s".formatted(value, type.getSimpleName()));
  }
}
