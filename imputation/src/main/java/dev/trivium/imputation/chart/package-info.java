/** Pictures of filled gaps. */
@NullMarked
package dev.trivium.imputation.chart;

import org.jspecify.annotations.NullMarked;
