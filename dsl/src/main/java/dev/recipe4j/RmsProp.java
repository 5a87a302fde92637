package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * RMSProp divides the gradient by the root of its mean square: {@code s = rho * s + (1 - rho) *
 * g^2; v = momentum * v + lr * g / sqrt(s + epsilon); w = w - v} in the form of Paddle; torch adds
 * epsilon after the root.
 *
 * @see "Training tricks §1; Tieleman and Hinton, Lecture 6.5, 2012"
 */
@ComponentOf(Slot.OPTIMIZER)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RmsProp {
  /**
   * The published form, which decides where epsilon is added and what is the default of the other
   * members.
   */
  Form form() default Form.PADDLE;

  /**
   * Share of the mean square that is kept, at least 0 and below 1. Not written: 0.95 (Paddle) or
   * 0.99 (torch).
   */
  @Range(atLeast = 0, below = 1)
  double rho() default 0;

  /**
   * Added so that no division is by 0, greater than 0. Not written: 1e-6 (Paddle) or 1e-8 (torch).
   */
  @Range(above = 0)
  double epsilon() default 0;

  /** Share of the velocity that is kept, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double momentum() default 0;

  /** Where epsilon is added. */
  enum Form {
    /** Under the root, as in Paddle. */
    PADDLE,
    /** After the root, as in torch. */
    TORCH
  }
}
