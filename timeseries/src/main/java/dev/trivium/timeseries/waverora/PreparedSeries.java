package dev.trivium.timeseries.waverora;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.PastFill;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * A series standardised once, from which batches of windows are copied row by row.
 *
 * <p>Inputs are filled from their past and, where nothing was observed yet, with the training mean (0 after standardising); targets
 * keep their gaps as NaN.
 */
final class PreparedSeries {

    private final Windows windows;
    private final float[] inputs;
    private final float[] targets;
    private final boolean gaps;
    private final float[] calendar;

    PreparedSeries(Windows windows, Standardiser standardiser, boolean withCalendar) {
        this.windows = windows;
        SeriesSet series = windows.series();
        targets = standardiser.forwardToFloat(series);
        gaps = series.missing() > 0;
        inputs = gaps ? filled(targets, series.width()) : targets;
        calendar = withCalendar ? CalendarChannels.of(series.time()) : new float[0];
    }

    static float[] filled(float[] values, int width) {
        float[] copy = values.clone();
        PastFill.fill(copy, width);
        for (int i = 0; i < copy.length; i++) {
            if (Float.isNaN(copy[i])) {
                copy[i] = 0;
            }
        }
        return copy;
    }

    Windows windows() {
        return windows;
    }

    int width() {
        return windows.series().width();
    }

    boolean gaps() {
        return gaps;
    }

    /** {@return the look-backs of windows, (B, L, M)} */
    Tensor inputs(Scope scope, int[] batch) {
        int size = windows.lookback() * width();
        float[] values = new float[batch.length * size];
        for (int b = 0; b < batch.length; b++) {
            windows.copyInputs(batch[b], inputs, values, b * size);
        }
        return scope.tensor(values, batch.length, windows.lookback(), width());
    }

    /** {@return the targets of windows, (B, H, M); NaN where missing} */
    Tensor targets(Scope scope, int[] batch) {
        int size = windows.horizon() * width();
        float[] values = new float[batch.length * size];
        for (int b = 0; b < batch.length; b++) {
            windows.copyTargets(batch[b], targets, values, b * size);
        }
        return scope.tensor(values, batch.length, windows.horizon(), width());
    }

    /** {@return the calendar channels of the look-backs, (B, L, 4); none if the model has none} */
    List<Tensor> calendar(Scope scope, int[] batch) {
        if (calendar.length == 0) {
            return List.of();
        }
        int size = windows.lookback() * CalendarChannels.COUNT;
        float[] values = new float[batch.length * size];
        for (int b = 0; b < batch.length; b++) {
            int from = (windows.origin(batch[b]) - windows.lookback()) * CalendarChannels.COUNT;
            System.arraycopy(calendar, from, values, b * size, size);
        }
        return List.of(scope.tensor(values, batch.length, windows.lookback(), CalendarChannels.COUNT));
    }
}
