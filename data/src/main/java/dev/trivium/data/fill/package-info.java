/** What is left between a method that fills gaps and one that takes filled series: neither needs to know the other. */
@NullMarked
package dev.trivium.data.fill;

import org.jspecify.annotations.NullMarked;
