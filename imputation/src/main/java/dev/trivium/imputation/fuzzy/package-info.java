/**
 * Fuzzy rough sets: how surely and how possibly things belong to a class, given how alike they are. Plain arithmetic on doubles in [0, 1].
 *
 * <p>After Dubois and Prade (1990), Radzikowska and Kerre (2002), and for kernels Moser (2006) and Hu et al. (2011). A fuzzy set on n things is
 * an array of n degrees. The graph of {@code imputation.graph} rests on these definitions; its own loops are tested against them.
 */
@NullMarked
package dev.trivium.imputation.fuzzy;

import org.jspecify.annotations.NullMarked;
