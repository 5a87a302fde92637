/** From findings to compiler messages; the only package that knows the messager. */
@NullMarked
package dev.recipe4j.processor.reporting;

import org.jspecify.annotations.NullMarked;
