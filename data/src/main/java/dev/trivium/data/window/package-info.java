/**
 * Look-back and target windows of a series, and the filling of look-back gaps from the past.
 *
 * <p>A window has an origin row {@code o}: its inputs are the rows {@code [o - lookback, o)}, its targets the rows {@code [o, o + horizon)}.
 * {@link dev.trivium.data.window.Windows} lists every origin whose targets lie in a view, all of them: there is no batch here, and none is
 * dropped. Two kinds of gap are treated differently: a missing target is left missing, to be masked in loss and metric; a missing look-back
 * value is filled by {@link dev.trivium.data.window.PastFill} with the last value observed before it, never with anything later.
 */
@NullMarked
package dev.trivium.data.window;

import org.jspecify.annotations.NullMarked;
