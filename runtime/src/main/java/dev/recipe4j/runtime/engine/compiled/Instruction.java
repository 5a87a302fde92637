package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.onednn.Primitive;

/**
 * One step of a program.
 *
 * @param name what it does for which layer, as in {@code stem.conv weights}
 * @param implementation what does it, as in {@code jit:avx512_core}
 * @param run does it
 * @param release frees what it holds
 */
record Instruction(String name, String implementation, Runnable run, Runnable release) {
  /** Implementation of what is no primitive. */
  static final String OURS = "java";

  static Instruction of(String name, String implementation, Primitive primitive) {
    return new Instruction(name, implementation, primitive::execute, primitive::close);
  }

  static Instruction of(String name, Runnable work) {
    return new Instruction(name, OURS, work, () -> {});
  }
}
