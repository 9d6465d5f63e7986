package dev.trivium.nn.average;

import java.util.Map;

/**
 * An average of a model's weights over training. Holds native memory: close it before the parameters.
 *
 * <p>To be used by the training thread only.
 */
public sealed interface WeightAverage extends AutoCloseable permits RunningAverage, WindowAverage {

    /** To be called after every update of the weights. */
    void afterStep();

    /**
     * To be called after every epoch.
     *
     * @param epoch the epoch that has just ended, counted from 0
     */
    void afterEpoch(long epoch);

    /** {@return whether there is an average yet} */
    boolean started();

    /**
     * Puts the average into the model's parameters until the swap is closed.
     *
     * @throws IllegalStateException if there is no average yet, or it is in already
     */
    Swap swapIn();

    /**
     * Copies what a resumed run needs to go on bit for bit, by name, each in row-major order.
     *
     * @throws IllegalStateException if the model computes in float64, for which floats are not exact: see {@link #exactState}
     */
    Map<String, float[]> state();

    /** Copies the same as {@link #state} as doubles, which are exact in either precision. */
    Map<String, double[]> exactState();

    /**
     * Goes on where {@link #state} was taken.
     *
     * @throws IllegalArgumentException if names or sizes are not those of such a state; nothing is changed then
     */
    void restore(Map<String, float[]> state);

    /**
     * Goes on where {@link #exactState} was taken.
     *
     * @throws IllegalArgumentException if names or sizes are not those of such a state; nothing is changed then
     */
    void restoreExact(Map<String, double[]> state);

    /** Frees the average. The parameters stay. */
    @Override
    void close();
}
