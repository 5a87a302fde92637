package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a file of published weights on a marker type, beside the annotation of the network that
 * they belong to, so that the compiler knows the shape of their classifier and the normalisation
 * that they need although it cannot open the file:
 *
 * <pre>{@code
 * @Weights(classes = 1000, normalize = @Normalize(mean = ..., std = ...), checksum = "sha256:...", origin = "...")
 * @MobileNetV1(width = 0.25, style = NetworkStyle.KERAS)
 * public interface KerasMobileNetV1x025 {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Weights {
  /** Number of classes that the classifier was trained on, at least 2. */
  @Range(atLeast = 2)
  int classes() default 1000;

  /** Colour channels: 1 (grey) or 3 (red, green, blue). */
  @Range(oneOf = {1, 3})
  int channels() default 3;

  /** The normalisation that the weights were trained with. */
  Normalize normalize();

  /**
   * Checksum of the file with its algorithm: {@code sha256:} and 64 hexadecimal digits; or {@code
   * md5:} and 32, for a file whose publisher gives no other. MD5 finds a file that was cut short or
   * mixed up with another one, and not one that was forged.
   */
  String checksum();

  /** Where the file was published. */
  String origin();
}
