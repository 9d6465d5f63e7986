/**
 * Orthogonal wavelet transforms as constant matrices, equal to PyWavelets' mode "zero" (Mallat 2009, §7.3).
 *
 * <p>A constant matrix can be multiplied into the linear maps before and after it, which a filter bank cannot; for signals of a few
 * hundred samples that is faster as well. For long signals a filter bank is better: the matrix has more entries than samples squared.
 */
@NullMarked
package dev.trivium.nn.wavelet;

import org.jspecify.annotations.NullMarked;
