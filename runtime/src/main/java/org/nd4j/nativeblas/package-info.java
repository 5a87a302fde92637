/** One class that DL4J 1.0.0-M2.1 looks up here and that has moved. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
