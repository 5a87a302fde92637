@NullMarked
package dev.recipe4j.runtime.report;

import org.jspecify.annotations.NullMarked;
