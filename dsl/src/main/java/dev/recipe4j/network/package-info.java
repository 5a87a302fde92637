/** Networks as pure descriptions, with shape, parameter and multiply-add analysis. */
@NullMarked
package dev.recipe4j.network;

import org.jspecify.annotations.NullMarked;
