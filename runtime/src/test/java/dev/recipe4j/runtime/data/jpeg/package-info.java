@NullMarked
package dev.recipe4j.runtime.data.jpeg;

import org.jspecify.annotations.NullMarked;
