package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Names;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a build changes of the severity of rules, as the compiler options {@code
 * -Arecipe4j.rules=NAME=error|warning|info|off,...} and {@code -Arecipe4j.strict=true} say it. The
 * severity of a rule holds for all its findings; strict then makes every warning an error. A
 * structural rule can be made stricter only: without it a recipe has no meaning.
 *
 * @param levels the rules that do not keep their own severity
 * @param strict whether warnings are errors
 */
public record RuleOptions(Map<Rule, Level> levels, boolean strict) {
  /** Name of the compiler option that sets the severity of single rules. */
  public static final String RULES = "recipe4j.rules";

  /** Name of the compiler option that makes warnings errors. */
  public static final String STRICT = "recipe4j.strict";

  /** Every rule at its own severity. */
  public static final RuleOptions STANDARD = new RuleOptions(Map.of(), false);

  /** What a rule may be set to. */
  public enum Level {
    ERROR(Optional.of(Severity.ERROR)),
    WARNING(Optional.of(Severity.WARNING)),
    INFO(Optional.of(Severity.INFO)),
    /** Not asked at all. */
    OFF(Optional.empty());

    private final Optional<Severity> severity;

    Level(Optional<Severity> severity) {
      this.severity = severity;
    }

    private String option() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Options.
   *
   * @throws IllegalArgumentException if a structural rule is made milder than it is
   */
  public RuleOptions {
    levels = Map.copyOf(levels);
    levels.forEach(RuleOptions::demandPossible);
  }

  private static void demandPossible(Rule rule, Level level) {
    boolean isMilder =
        level.severity.isEmpty() || level.severity.get().compareTo(rule.severity()) > 0;
    if (!rule.canBeAccepted() && isMilder) {
      throw new IllegalArgumentException(
          "%s is structural and cannot be set to %s: without it a recipe has no meaning"
              .formatted(rule, level.option()));
    }
  }

  /**
   * The options as written.
   *
   * @param options values by option name, as a compiler gives them; others are ignored
   * @throws IllegalArgumentException with what is wrong and the nearest names
   */
  public static RuleOptions parse(Map<String, String> options) {
    Map<Rule, Level> levels = new EnumMap<>(Rule.class);
    String rules = value(options, RULES, "");
    for (String setting : rules.split(",", -1)) {
      if (!rules.isBlank()) {
        parse(setting.strip(), levels);
      }
    }
    String strict = value(options, STRICT, "false");
    if (!strict.equals("true") && !strict.equals("false")) {
      throw new IllegalArgumentException(
          "-A%s is %s, but must be true or false".formatted(STRICT, shown(strict)));
    }
    return new RuleOptions(levels, strict.equals("true"));
  }

  /** An option without a value is null to the compiler. */
  private static String value(Map<String, String> options, String name, String standard) {
    return options.containsKey(name)
        ? Objects.requireNonNullElse(options.get(name), "").strip()
        : standard;
  }

  private static void parse(String setting, Map<Rule, Level> levels) {
    String[] parts = setting.split("=", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "-A%s has %s, but must be NAME=error|warning|info|off, separated by commas"
              .formatted(RULES, shown(setting)));
    }
    Rule rule = rule(parts[0].strip());
    if (levels.putIfAbsent(rule, level(parts[1].strip(), rule)) != null) {
      throw new IllegalArgumentException("-A%s sets %s twice".formatted(RULES, rule));
    }
  }

  private static Rule rule(String name) {
    List<String> names = Arrays.stream(Rule.values()).map(Rule::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "-A%s names the unknown rule %s; did you mean %s?"
              .formatted(
                  RULES,
                  shown(name),
                  String.join(", ", Names.nearest(name.toUpperCase(Locale.ROOT), names))));
    }
    return Rule.valueOf(name);
  }

  private static Level level(String name, Rule rule) {
    return Arrays.stream(Level.values())
        .filter(level -> level.option().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-A%s sets %s to %s, but must be error, warning, info or off"
                        .formatted(RULES, rule, shown(name))));
  }

  private static String shown(String text) {
    return "'%s'".formatted(text);
  }

  /** Whether findings of the rule are dropped. */
  boolean isOff(Rule rule) {
    return levels.get(rule) == Level.OFF;
  }

  /** The finding as it weighs under these options; empty if its rule is switched off. */
  Optional<Finding> apply(Finding finding) {
    Level level = levels.get(finding.rule());
    Optional<Severity> severity = level == null ? Optional.of(finding.severity()) : level.severity;
    return severity
        .map(s -> strict && s == Severity.WARNING ? Severity.ERROR : s)
        .map(finding::weighing);
  }
}
