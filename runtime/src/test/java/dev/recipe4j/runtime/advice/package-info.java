@NullMarked
package dev.recipe4j.runtime.advice;

import org.jspecify.annotations.NullMarked;
