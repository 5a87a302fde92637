/**
 * The engine that compiles a network into a fixed list of oneDNN primitives over memory that is
 * reserved once. Values and instructions know no network; lowerings turn layers into instructions
 * and write down what goes back; a plan is the finished list.
 */
@org.jspecify.annotations.NullMarked
package dev.recipe4j.runtime.engine.compiled;
