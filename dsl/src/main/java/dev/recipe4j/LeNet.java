package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * LeNet-5 with ReLU: 28x28 images padded by 2, convolution 5x5 6, max-pool 2, convolution 5x5 16,
 * max-pool 2, dense 120, 84, classes. 61,706 parameters for 10 classes of grey images.
 *
 * @see "LeCun et al., Gradient-based learning applied to document recognition, 1998"
 */
@ComponentOf(Slot.MODEL)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LeNet {}
