package dev.recipe4j;

/** Everything that the compiler checks in a recipe; {@code docs/rules/NAME.md} explains each. */
public enum Rule {
  STRUCTURE(Severity.ERROR, Kind.STRUCTURAL, "a recipe is a class or interface that can be named"),
  RECIPE_ID(Severity.ERROR, Kind.STRUCTURAL, "a recipe id is lower-case words joined by hyphens"),
  MISSING_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a recipe fills every required slot"),
  DUPLICATE_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a recipe fills a slot once"),
  AMBIGUOUS_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a slot is inherited or composed from one place"),
  ONE_OF_MEMBERS(
      Severity.ERROR, Kind.STRUCTURAL, "members that belong together are written together"),
  VALUE_RANGE(Severity.ERROR, Kind.STRUCTURAL, "a value lies in its documented range"),
  UNUSED_MEMBER(Severity.WARNING, Kind.STRUCTURAL, "nothing is written that has no effect"),
  OPEN_COMPONENT(
      Severity.ERROR,
      Kind.STRUCTURAL,
      "a component of one's own can be made and used by a pipeline"),
  NO_RUNTIME(Severity.ERROR, Kind.STRUCTURAL, "everything that a recipe says can be executed"),

  LR_BATCH_SCALING(Severity.ERROR, Kind.NUMERIC, "the peak learning rate follows the batch"),
  LARGE_BATCH_WITHOUT_WARMUP(Severity.WARNING, Kind.NUMERIC, "a large batch starts with a warm-up"),

  BOUNDARIES_ORDER(Severity.ERROR, Kind.NUMERIC, "boundaries increase and are positive"),
  BOUNDARY_UNREACHED(Severity.ERROR, Kind.NUMERIC, "every boundary is reached in training"),
  WARMUP_TOO_LONG(Severity.ERROR, Kind.NUMERIC, "the warm-up leaves time to train"),

  DECAY_TWICE(Severity.ERROR, Kind.STRUCTURAL, "weights are decayed in one way only"),
  ACCEPT_REASON(Severity.ERROR, Kind.STRUCTURAL, "an accept gives its reason"),
  ACCEPT_UNNEEDED(Severity.WARNING, Kind.STRUCTURAL, "an accept has a finding to accept"),
  ACCEPT_NOT_POSSIBLE(Severity.ERROR, Kind.STRUCTURAL, "a structural rule is not accepted");

  private enum Kind {
    STRUCTURAL,
    NUMERIC
  }

  private final Severity severity;
  private final Kind kind;
  private final String summary;

  Rule(Severity severity, Kind kind, String summary) {
    this.severity = severity;
    this.kind = kind;
    this.summary = summary;
  }

  /** The severity of most of its findings; single findings may weigh less. */
  public Severity severity() {
    return severity;
  }

  /** Whether {@link Accept} may accept its findings. */
  public boolean canBeAccepted() {
    return kind == Kind.NUMERIC;
  }

  /** What the rule demands, in one line without a full stop. */
  public String summary() {
    return summary;
  }
}
