/**
 * Filling a live stream: every row is filled as it comes, from the rows before it alone.
 *
 * <p>There is no second model. The window that ends now is an ordinary window whose later neighbours do not exist yet; what the imputer says of its
 * last row has used the past only, by construction. Rows that come late take their place in the window, as long as it reaches back to them.
 */
@NullMarked
package dev.trivium.imputation.stream;

import org.jspecify.annotations.NullMarked;
