package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layer by its place in one of the networks of {@code dev.recipe4j.network}: {@code
 * stage2.block1.conv1.norm} is the normalisation of unit {@code conv1} in the first block of the
 * second stage.
 *
 * @param stage from 1; 0 where the network has none
 * @param block in its stage, from 1; 0 outside blocks
 * @param name the convolution, as in {@code stem}, {@code depthwise} or {@code se.squeeze}
 * @param isNorm whether it is the batch normalisation behind the convolution
 */
record Unit(int stage, int block, String name, boolean isNorm) {
  private static final Pattern PATH =
      Pattern.compile("(?:stage(\\d+)\\.)?(?:block(\\d+)\\.)?(.+?)(\\.conv|\\.norm)?");

  /** The classifier. */
  static final String HEAD = "head";

  /**
   * The layer between pooling and classifier, which MobileNetV3 has: a dense one in torchvision, a
   * convolution of one pixel elsewhere.
   */
  static final String HIDDEN_HEAD = "head.hidden";

  private static final Set<String> HIDDEN_HEADS = Set.of("head.conv", "head.dense");

  static Unit of(Layer layer) {
    Matcher path = PATH.matcher(layer.name());
    if (!path.matches()) {
      throw new IllegalArgumentException(layer.name());
    }
    String name = path.group(3);
    String role = Objects.requireNonNullElse(path.group(4), "");
    return new Unit(
        number(path.group(1)),
        number(path.group(2)),
        HIDDEN_HEADS.contains(layer.name()) ? HIDDEN_HEAD : name,
        role.equals(".norm"));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Whether it is in a block. */
  boolean isInBlock() {
    return block > 0;
  }

  /** The blocks of a network in their order, and what is in them. */
  record Blocks(List<List<Integer>> places, Set<Unit> units) {
    static Blocks of(Network network) {
      List<List<Integer>> places = new ArrayList<>();
      Set<Unit> units = new HashSet<>();
      for (Layer layer : network.layers()) {
        Unit unit = Unit.of(layer);
        units.add(unit);
        List<Integer> place = List.of(unit.stage(), unit.block());
        if (unit.isInBlock() && !places.contains(place)) {
          places.add(place);
        }
      }
      return new Blocks(List.copyOf(places), Set.copyOf(units));
    }

    int count() {
      return places.size();
    }

    /** Number of the block of a unit in the whole network, from 0. */
    int index(Unit unit) {
      return places.indexOf(List.of(unit.stage(), unit.block()));
    }

    /** Whether there is a convolution of that name in the block of a unit. */
    boolean hasBeside(Unit unit, String name) {
      return units.contains(new Unit(unit.stage(), unit.block(), name, false));
    }
  }
}
