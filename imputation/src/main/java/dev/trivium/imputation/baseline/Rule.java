package dev.trivium.imputation.baseline;

import dev.trivium.nn.artifact.StoredTensor;
import java.util.List;
import java.util.Optional;

/** How a baseline fills, with all it learnt. Immutable; called from many threads. */
interface Rule {

    /**
     * Estimates the missing cells of some rows.
     *
     * @param rows standardised; all serve as context
     * @return (to − from, series), row-major, standardised; observed cells as they are
     */
    double[] fill(StandardRows rows, int from, int to);

    /** {@return what was learnt, for the model file} */
    default List<StoredTensor> tensors() {
        return List.of();
    }

    /** {@return what a reader of a table should know of this very model} */
    default Optional<String> note() {
        return Optional.empty();
    }
}
