/**
 * Predicting a file of molecules of any length, row by row: {@link dev.trivium.molecular.screening.Screening} answers every row in its
 * place, with a prediction or the reason why there is none, in constant memory.
 */
@NullMarked
package dev.trivium.molecular.screening;

import org.jspecify.annotations.NullMarked;
