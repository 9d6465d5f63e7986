package dev.trivium.nn.average;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.state.NamedTensors;
import dev.trivium.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * An average that is moved towards the weights by some share each time it is taken: {@code a ← a + share (w − a)}.
 *
 * <p>State: {@code average.NAME} and {@code count}, how often it was taken; nothing before the first time.
 */
final class RunningAverage implements WeightAverage {

    private static final String COUNT = "count";

    private final Weights weights;
    private final boolean everyStep;
    private final LongPredicate epochs;
    private final LongToDoubleFunction share;
    private final List<Tensor> average;
    private final NamedTensors named;
    private long count;

    /**
     * Starts without an average.
     *
     * @param everyStep whether it is taken after each update
     * @param epochs after which epochs it is taken
     * @param share how far it moves, given how often it was taken before
     */
    RunningAverage(Parameters parameters, boolean everyStep, LongPredicate epochs, LongToDoubleFunction share) {
        weights = new Weights(parameters);
        this.everyStep = everyStep;
        this.epochs = epochs;
        this.share = share;
        average = weights.allocate();
        named = weights.named(Map.of("average.", average));
    }

    @Override
    public void afterStep() {
        if (everyStep) {
            take();
        }
    }

    @Override
    public void afterEpoch(long epoch) {
        if (epochs.test(epoch)) {
            take();
        }
    }

    private void take() {
        weights.requireRaw();
        if (count == 0) {
            Weights.copy(weights.current(), average);
        } else {
            Weights.SCRIPT.callUnrecorded("lerp", average, weights.current(), share.applyAsDouble(count));
        }
        count++;
    }

    @Override
    public boolean started() {
        return count > 0;
    }

    @Override
    public Swap swapIn() {
        if (!started()) {
            throw Weights.notStarted();
        }
        return weights.swapIn(() -> Weights.copy(average, weights.current()));
    }

    @Override
    public Map<String, float[]> state() {
        Map<String, float[]> state = named.floats();
        state.put(COUNT, new float[] {count});
        return started() ? state : Map.of();
    }

    @Override
    public Map<String, double[]> exactState() {
        Map<String, double[]> state = named.doubles();
        state.put(COUNT, new double[] {count});
        return started() ? state : Map.of();
    }

    @Override
    public void restore(Map<String, float[]> state) {
        Map<String, float[]> copies = new LinkedHashMap<>(state);
        float[] number = copies.remove(COUNT);
        long restored = state.isEmpty() ? 0 : count(number != null && number.length == 1 ? number[0] : Double.NaN);
        if (restored > 0) {
            named.setFloats(copies);
        }
        count = restored;
    }

    @Override
    public void restoreExact(Map<String, double[]> state) {
        Map<String, double[]> copies = new LinkedHashMap<>(state);
        double[] number = copies.remove(COUNT);
        long restored = state.isEmpty() ? 0 : count(number != null && number.length == 1 ? number[0] : Double.NaN);
        if (restored > 0) {
            named.setDoubles(copies);
        }
        count = restored;
    }

    private static long count(double number) {
        if (!(number >= 1 && number == Math.rint(number))) {
            throw new IllegalArgumentException("state of count must be one whole number from 1, got "
                    + (Double.isNaN(number) ? "none" : number));
        }
        return (long) number;
    }

    @Override
    public void close() {
        weights.close();
    }
}
