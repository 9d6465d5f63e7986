package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strongly the variates of a sample look at each other, as it enters attention: ln p.
 *
 * @param logits (B, C, C): row m is the query variate, column n the key variate; or (B, C, K): K key variates for each query variate;
 *     0 for no effect, -∞ to forbid
 * @param index (B, C, K): numbers of the key variates, among them the query variate itself, none twice; null if all are keys
 */
record Relation(Tensor logits, @Nullable Tensor index) {

    /** {@return a relation in which every variate may look at every other: (B, C, C)} */
    static Relation all(Tensor logits) {
        return new Relation(logits, null);
    }

    /** {@return what the computation takes} */
    List<Tensor> tensors() {
        return index == null ? List.of(logits) : List.of(logits, index);
    }

    void check(long batch, long variates) {
        if (index == null) {
            if (!Arrays.equals(logits.shape(), new long[] {batch, variates, variates})) {
                throw new IllegalArgumentException("relation must have shape (batch=" + batch + ", variates=" + variates + ", variates), got "
                        + logits.shapeText());
            }
        } else if (logits.shape().length != 3 || logits.size(0) != batch || logits.size(1) != variates
                || !Arrays.equals(logits.shape(), index.shape())) {
            throw new IllegalArgumentException("relation and its index must have shape (batch=" + batch + ", variates=" + variates
                    + ", keys), got " + logits.shapeText() + " and " + index.shapeText());
        }
    }
}
