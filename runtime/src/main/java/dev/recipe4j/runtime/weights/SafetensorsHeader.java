package dev.recipe4j.runtime.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON header of a safetensors file: an object that gives each tensor its type, shape and place
 * among the numbers, and may have texts under {@code __metadata__}.
 *
 * @param items the tensors in the order of their numbers
 * @param metadata texts of the author
 */
record SafetensorsHeader(List<Item> items, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";
  static final String TYPE = "dtype";
  static final String SHAPE = "shape";
  static final String OFFSETS = "data_offsets";

  /** Bytes of an element by its type; the float formats below a byte are no weights of ours. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("BOOL", 1),
          Map.entry("U8", 1),
          Map.entry("I8", 1),
          Map.entry("F8_E5M2", 1),
          Map.entry("F8_E4M3", 1),
          Map.entry("I16", 2),
          Map.entry("U16", 2),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I32", 4),
          Map.entry("U32", 4),
          Map.entry("F32", 4),
          Map.entry("F64", 8),
          Map.entry("I64", 8),
          Map.entry("U64", 8));

  private static final int MOST_DIMENSIONS = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(3)
                  .maxNumberLength(20)
                  .maxNameLength(1 << 12)
                  .maxStringLength(1 << 20)
                  .build())
          .build();

  /**
   * One tensor.
   *
   * @param begin index of its first byte among the numbers
   * @param end index after its last byte
   */
  record Item(String name, String type, List<Long> shape, long begin, long end) {
    /** How its numbers are read; empty if they are no floats. */
    Optional<NumberFormat> floatingPoint() {
      return switch (type) {
        case "F64" -> Optional.of(NumberFormat.F64);
        case "F32" -> Optional.of(NumberFormat.F32);
        case "F16" -> Optional.of(NumberFormat.F16);
        case "BF16" -> Optional.of(NumberFormat.BF16);
        default -> Optional.empty();
      };
    }
  }

  SafetensorsHeader {
    items = List.copyOf(items);
    metadata = Map.copyOf(metadata);
  }

  /**
   * Parses and checks a header.
   *
   * @param dataBytes bytes of the file after the header, which the tensors fill exactly
   * @throws WeightsException naming the file and the tensor
   */
  static SafetensorsHeader parse(Path path, byte[] json, long dataBytes) {
    try (JsonParser parser = JSON.createParser(json)) {
      SafetensorsHeader header = new Reader(path, parser, dataBytes).read();
      header.requireSeamless(path, dataBytes);
      return header;
    } catch (JsonProcessingException e) {
      throw WeightsException.damaged(
          path,
          "its header is no safetensors JSON (%s)"
              .formatted(WeightsException.shown(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw WeightsFile.unreadable(path, e);
    }
  }

  /** As the format demands: each byte of the data belongs to one tensor. */
  private void requireSeamless(Path path, long dataBytes) {
    long end = 0;
    String before = "the header";
    for (Item item : items) {
      if (item.begin() != end) {
        throw WeightsException.damaged(
            path,
            "tensor '%s' begins at byte %d, %s ends at %d: tensors must lie side by side"
                .formatted(WeightsException.shown(item.name()), item.begin(), before, end));
      }
      end = item.end();
      before = "'%s'".formatted(WeightsException.shown(item.name()));
    }
    if (end != dataBytes) {
      throw WeightsException.damaged(
          path, "its tensors take %d bytes, but it has %d".formatted(end, dataBytes));
    }
  }

  /** Walks through the tokens. */
  private record Reader(Path path, JsonParser parser, long dataBytes) {
    SafetensorsHeader read() throws IOException {
      List<Item> items = new ArrayList<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      require(JsonToken.START_OBJECT, parser.nextToken());
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        require(JsonToken.START_OBJECT, parser.nextToken());
        if (name.equals(METADATA)) {
          readMetadata(metadata);
        } else {
          items.add(readItem(name));
        }
      }
      if (parser.nextToken() != null) {
        throw WeightsException.damaged(path, "there is more in its header than one JSON object");
      }
      items.sort(Comparator.comparingLong(Item::begin).thenComparingLong(Item::end));
      return new SafetensorsHeader(items, metadata);
    }

    private void readMetadata(Map<String, String> metadata) throws IOException {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        require(JsonToken.VALUE_STRING, parser.nextToken());
        metadata.put(key, parser.getText());
      }
    }

    private Item readItem(String name) throws IOException {
      Optional<String> type = Optional.empty();
      Optional<List<Long>> shape = Optional.empty();
      Optional<List<Long>> offsets = Optional.empty();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String member = parser.currentName();
        parser.nextToken();
        switch (member) {
          case TYPE -> {
            require(JsonToken.VALUE_STRING, parser.currentToken());
            type = Optional.of(parser.getText());
          }
          case SHAPE -> shape = Optional.of(readNumbers(name, member));
          case OFFSETS -> offsets = Optional.of(readNumbers(name, member));
          default ->
              throw damaged(name, "has a member '%s'".formatted(WeightsException.shown(member)));
        }
      }
      if (type.isEmpty() || shape.isEmpty() || offsets.isEmpty() || offsets.get().size() != 2) {
        throw damaged(name, "lacks dtype, shape or two data_offsets");
      }
      return checked(name, type.get(), shape.get(), offsets.get().get(0), offsets.get().get(1));
    }

    private Item checked(String name, String type, List<Long> shape, long begin, long end) {
      Integer bytes = BYTES.get(type);
      if (bytes == null) {
        throw damaged(name, "is of the unknown type '%s'".formatted(WeightsException.shown(type)));
      }
      if (end < begin || end > dataBytes) {
        throw damaged(
            name,
            "lies from byte %d to %d, the file has %d bytes of numbers"
                .formatted(begin, end, dataBytes));
      }
      long needed = bytes;
      try {
        for (long side : shape) {
          needed = Math.multiplyExact(needed, side);
        }
      } catch (ArithmeticException e) {
        throw damaged(name, "has the impossible shape %s".formatted(shape));
      }
      if (needed != end - begin) {
        throw damaged(
            name, "of %s %s takes %d bytes, not %d".formatted(type, shape, needed, end - begin));
      }
      return new Item(name, type, List.copyOf(shape), begin, end);
    }

    private List<Long> readNumbers(String name, String member) throws IOException {
      require(JsonToken.START_ARRAY, parser.currentToken());
      List<Long> numbers = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(JsonToken.VALUE_NUMBER_INT, parser.currentToken());
        long number = parser.getLongValue();
        if (number < 0 || numbers.size() == MOST_DIMENSIONS) {
          throw damaged(name, "has a negative number or too many of them in " + member);
        }
        numbers.add(number);
      }
      return numbers;
    }

    private void require(JsonToken expected, JsonToken actual) {
      if (actual != expected) {
        throw WeightsException.damaged(
            path,
            "its header has %s where safetensors has %s"
                .formatted(actual == null ? "its end" : actual, expected));
      }
    }

    private WeightsException damaged(String name, String how) {
      return WeightsException.damaged(
          path, "tensor '%s' %s".formatted(WeightsException.shown(name), how));
    }
  }
}
