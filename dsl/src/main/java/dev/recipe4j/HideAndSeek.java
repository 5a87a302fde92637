package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts the image into cells of a side drawn from none, 16, 32, 44 and 56 pixels, and sets each to 0
 * with probability 1/2: 40 % of the pixels on average.
 *
 * @see "Training tricks §7; Singh and Lee, arXiv 1704.04232"
 */
@ComponentOf(Slot.ERASE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HideAndSeek {}
