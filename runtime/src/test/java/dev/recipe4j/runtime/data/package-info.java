@NullMarked
package dev.recipe4j.runtime.data;

import org.jspecify.annotations.NullMarked;
