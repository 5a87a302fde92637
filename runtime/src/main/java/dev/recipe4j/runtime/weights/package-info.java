/** Weights in files: safetensors, Keras h5 and DL4J zip, and how their publishers name tensors. */
@NullMarked
package dev.recipe4j.runtime.weights;

import org.jspecify.annotations.NullMarked;
