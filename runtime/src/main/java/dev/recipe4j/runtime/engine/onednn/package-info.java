/**
 * oneDNN from Java: formats of tensors, descriptions of primitives, primitives. Thin on purpose; it
 * knows no network.
 */
@org.jspecify.annotations.NullMarked
package dev.recipe4j.runtime.engine.onednn;
