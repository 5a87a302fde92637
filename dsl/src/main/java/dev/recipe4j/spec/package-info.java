/** What a recipe says, as plain records: the one model that is checked, executed and stored. */
@NullMarked
package dev.recipe4j.spec;

import org.jspecify.annotations.NullMarked;
