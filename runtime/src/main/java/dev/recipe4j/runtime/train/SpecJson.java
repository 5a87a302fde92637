package dev.recipe4j.runtime.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.OpenComponent.Argument;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.Weights;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as JSON: a list of components, each an object of its members with the simple name of its
 * record as {@code type}; an empty optional member is left out.
 *
 * <p>A file may name only records of the package {@code dev.recipe4j.spec} that are components, and
 * networks and schedules of the user's own ({@link OwnComponents}), so that a file from a stranger
 * cannot make this program construct anything else.
 */
final class SpecJson {
  private static final String TYPE = "type";

  /** Of a component of a user's own: the name of its class, which its record calls type too. */
  private static final String CLASS = "class";

  private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final String PACKAGE = Component.class.getPackageName();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SpecJson() {}

  static ArrayNode write(RecipeSpec recipe) {
    ArrayNode components = JSON.arrayNode();
    for (Component component : recipe.components()) {
      Class<?> type = component.getClass();
      if (!type.isRecord() || !type.getPackageName().equals(PACKAGE)) {
        throw new RunException("a recipe with a " + type.getName() + " cannot be stored");
      }
      components.add(object(component));
    }
    return components;
  }

  private static ObjectNode object(Object written) {
    Class<?> type = written.getClass();
    ObjectNode node = JSON.objectNode().put(TYPE, type.getSimpleName());
    for (RecordComponent member : type.getRecordComponents()) {
      if (written instanceof OpenComponent && member.getName().equals("instance")) {
        continue; // Made by the pipeline, or again from the description.
      }
      JsonNode value = toJson(valueOf(written, member));
      if (value != null) {
        node.set(key(member), value);
      }
    }
    return node;
  }

  private static String key(RecordComponent member) {
    return member.getName().equals(TYPE) ? CLASS : member.getName();
  }

  private static Object valueOf(Object written, RecordComponent member) {
    try {
      return member.getAccessor().invoke(written);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(member.getName(), e);
    }
  }

  private static @Nullable JsonNode toJson(Object value) {
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Long number) {
      return JSON.numberNode(number);
    } else if (value instanceof Double number) {
      return JSON.numberNode(number);
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof String text) {
      return JSON.textNode(text);
    } else if (value instanceof Enum<?> constant) {
      return JSON.textNode(constant.name());
    } else if (value instanceof OptionalInt number) {
      return number.isPresent() ? JSON.numberNode(number.getAsInt()) : null;
    } else if (value instanceof OptionalDouble number) {
      return number.isPresent() ? JSON.numberNode(number.getAsDouble()) : null;
    } else if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? toJson(optional.get()) : null;
    } else if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(toJson(element)));
      return array;
    }
    if (value instanceof Argument argument) {
      return JSON.objectNode()
          .put("name", argument.name())
          .put(TYPE, argument.type())
          .set("value", toJson(argument.value()));
    }
    if (value instanceof Component || value instanceof Weights) {
      return object(value);
    }
    throw new RunException("a recipe with a " + value.getClass().getName() + " cannot be stored");
  }

  private static Argument argument(JsonNode node) {
    String type = present(node.get(TYPE)).asText();
    return new Argument(
        present(node.get("name")).asText(),
        type,
        anyValue(present(node.get("value")), type.startsWith("long")));
  }

  private static Object anyValue(JsonNode node, boolean isLong) {
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(anyValue(element, isLong)));
      return list;
    } else if (node.isBoolean()) {
      return node.booleanValue();
    } else if (node.isInt() && !isLong) {
      return node.intValue();
    } else if (node.isIntegralNumber()) {
      return node.longValue();
    } else if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.asText();
  }

  /**
   * Reads a recipe.
   *
   * @throws IllegalArgumentException saying what is wrong with the JSON
   */
  static RecipeSpec read(JsonNode components) {
    if (!components.isArray()) {
      throw new IllegalArgumentException("a recipe is a list of components");
    }
    List<Component> read = new ArrayList<>();
    for (JsonNode component : components) {
      read.add(component(component));
    }
    return RecipeSpec.of(read);
  }

  private static Component component(JsonNode node) {
    return OwnComponents.made(record(node, type(node.path(TYPE).asText())));
  }

  private static <T> T record(JsonNode node, Class<T> type) {
    RecordComponent[] members = type.getRecordComponents();
    Class<?>[] types = new Class<?>[members.length];
    Object[] values = new Object[members.length];
    for (int i = 0; i < members.length; i++) {
      types[i] = members[i].getType();
      try {
        values[i] = fromJson(node.get(key(members[i])), members[i].getGenericType());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s.%s: %s".formatted(type.getSimpleName(), members[i].getName(), e.getMessage()), e);
      }
    }
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make a " + type.getSimpleName(), e);
    }
  }

  private static Class<? extends Component> type(String name) {
    if (SIMPLE_NAME.matcher(name).matches()) {
      try {
        Class<?> type =
            Class.forName(PACKAGE + "." + name, false, Component.class.getClassLoader());
        if (type.isRecord() && Component.class.isAssignableFrom(type)) {
          return type.asSubclass(Component.class);
        }
      } catch (ClassNotFoundException | LinkageError e) {
        throw new IllegalArgumentException("no component is named " + name, e);
      }
    }
    throw new IllegalArgumentException("no component is named " + name);
  }

  private static Object fromJson(@Nullable JsonNode node, Type type) {
    if (type == OptionalInt.class) {
      return node == null ? OptionalInt.empty() : OptionalInt.of(integer(node));
    } else if (type == OptionalDouble.class) {
      return node == null ? OptionalDouble.empty() : OptionalDouble.of(number(node));
    } else if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return node == null ? Optional.empty() : Optional.of(fromJson(node, argument));
      }
      if (generic.getRawType() == List.class) {
        List<Object> list = new ArrayList<>();
        present(node).forEach(element -> list.add(fromJson(element, argument)));
        return list;
      }
    } else if (type == Argument.class) {
      return argument(present(node));
    } else if (type == Weights.class) {
      return record(present(node), Weights.class);
    } else if (type instanceof Class<?> nested && Component.class.isAssignableFrom(nested)) {
      return nested(present(node), nested);
    } else if (type instanceof Class<?> plain) {
      return plainValue(present(node), plain);
    }
    throw new IllegalArgumentException("unknown type " + type);
  }

  private static Object nested(JsonNode node, Class<?> type) {
    Component component = component(node);
    if (!type.isInstance(component)) {
      throw new IllegalArgumentException(
          "%s is no %s".formatted(component.getClass().getSimpleName(), type.getSimpleName()));
    }
    return component;
  }

  private static Object plainValue(JsonNode node, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return integer(node);
    } else if (type == double.class || type == Double.class) {
      return number(node);
    } else if (type == long.class && node.canConvertToExactIntegral()) {
      return node.longValue();
    } else if (type == boolean.class && node.isBoolean()) {
      return node.booleanValue();
    } else if (type == String.class && node.isTextual()) {
      return node.textValue();
    } else if (type.isEnum() && node.isTextual()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(node.textValue())) {
          return constant;
        }
      }
    }
    throw new IllegalArgumentException("%s is no %s".formatted(node, type.getSimpleName()));
  }

  private static JsonNode present(@Nullable JsonNode node) {
    if (node == null) {
      throw new IllegalArgumentException("missing");
    }
    return node;
  }

  private static int integer(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new IllegalArgumentException(node + " is no int");
    }
    return node.intValue();
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException(node + " is no number");
    }
    return node.doubleValue();
  }
}
