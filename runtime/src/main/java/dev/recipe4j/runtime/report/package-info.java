/** The pages that show runs: one self-contained HTML file each. */
@NullMarked
package dev.recipe4j.runtime.report;

import org.jspecify.annotations.NullMarked;
