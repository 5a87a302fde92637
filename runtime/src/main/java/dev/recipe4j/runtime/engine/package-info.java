/**
 * What computes logits and gradients of a network: the seam and its implementation on a DL4J graph.
 */
@NullMarked
package dev.recipe4j.runtime.engine;

import org.jspecify.annotations.NullMarked;
