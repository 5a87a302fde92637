/** Decodes JPEG, the whole of an image or a part, without native code. */
@NullMarked
package dev.recipe4j.runtime.data.jpeg;

import org.jspecify.annotations.NullMarked;
