package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.StoredTensor;
import java.util.List;
import java.util.Optional;

/** How a baseline makes a forecast, with all it learnt. Immutable; called from many threads. */
interface Rule {

    /** {@return forecasts that start at rows of a series; for many threads too} */
    Steps over(FilledRows rows);

    /** Forecasts of one series set. */
    interface Steps {

        /**
         * Forecasts the steps from {@code origin} on. Only the look-back, and what is known of the future, is looked at.
         *
         * @param target receives (horizon, series) row-major, in the units of the data, from {@code offset} on
         */
        void forecast(int origin, double[] target, int offset);
    }

    /** {@return what was learnt, for the model file} */
    default List<StoredTensor> tensors() {
        return List.of();
    }

    /** {@return what a reader of a table should know of this very model} */
    default Optional<String> note() {
        return Optional.empty();
    }
}
