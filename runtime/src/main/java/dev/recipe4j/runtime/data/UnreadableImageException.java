package dev.recipe4j.runtime.data;

/** One image cannot be decoded; the others may be sound. */
public final class UnreadableImageException extends DataException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param name what the user calls the image
   * @param reason what is wrong with it
   */
  public UnreadableImageException(String name, Throwable reason) {
    super(
        "%s cannot be decoded (%s); get it again, convert it to RGB as JPEG or PNG, or remove it"
            .formatted(name, reason.getMessage()),
        reason);
    this.reason = String.valueOf(reason.getMessage());
  }

  /** What is wrong, without the name. */
  String reason() {
    return reason;
  }
}
