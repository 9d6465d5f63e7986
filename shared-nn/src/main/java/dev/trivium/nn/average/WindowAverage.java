package dev.trivium.nn.average;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.state.NamedTensors;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The equal average of the last copies of the weights, kept in a ring.
 *
 * <p>State: {@code 0.NAME} for the oldest copy, {@code 1.NAME} for the next, and so on.
 */
final class WindowAverage implements WeightAverage {

    private final Weights weights;
    private final int length;
    private final List<List<Tensor>> ring = new ArrayList<>(); // grows to the length, then is reused
    private int filled;
    private int next; // where the next copy goes; the oldest one when all are filled

    WindowAverage(Parameters parameters, int length) {
        weights = new Weights(parameters);
        this.length = length;
    }

    @Override
    public void afterStep() {}

    @Override
    public void afterEpoch(long epoch) {
        weights.requireRaw();
        Weights.copy(weights.current(), slot(next));
        next = (next + 1) % length;
        filled = Math.min(filled + 1, length);
    }

    private List<Tensor> slot(int index) {
        while (ring.size() <= index) {
            ring.add(weights.allocate());
        }
        return ring.get(index);
    }

    private List<Tensor> fromOldest(int age) {
        return ring.get(Math.floorMod(next - filled + age, length));
    }

    @Override
    public boolean started() {
        return filled > 0;
    }

    @Override
    public Swap swapIn() {
        if (!started()) {
            throw Weights.notStarted();
        }
        return weights.swapIn(() -> {
            Weights.copy(fromOldest(0), weights.current());
            for (int i = 1; i < filled; i++) {
                Weights.SCRIPT.callUnrecorded("add", weights.current(), fromOldest(i));
            }
            Weights.SCRIPT.callUnrecorded("divide", weights.current(), (double) filled);
        });
    }

    @Override
    public Map<String, float[]> state() {
        return named().floats();
    }

    @Override
    public Map<String, double[]> exactState() {
        return named().doubles();
    }

    private NamedTensors named() {
        Map<String, List<Tensor>> copies = new LinkedHashMap<>();
        for (int i = 0; i < filled; i++) {
            copies.put(i + ".", fromOldest(i));
        }
        return weights.named(copies);
    }

    @Override
    public void restore(Map<String, float[]> state) {
        int copies = copies(state.size());
        firstSlots(copies).setFloats(state);
        refill(copies);
    }

    @Override
    public void restoreExact(Map<String, double[]> state) {
        int copies = copies(state.size());
        firstSlots(copies).setDoubles(state);
        refill(copies);
    }

    private int copies(int tensors) {
        int copies = (tensors + weights.count() - 1) / weights.count();
        if (copies > length) {
            throw new IllegalArgumentException("state must hold at most " + length + " copies of the weights, got " + copies);
        }
        return copies;
    }

    private NamedTensors firstSlots(int copies) {
        Map<String, List<Tensor>> slots = new LinkedHashMap<>();
        for (int i = 0; i < copies; i++) {
            slots.put(i + ".", slot(i));
        }
        return weights.named(slots);
    }

    private void refill(int copies) {
        filled = copies;
        next = copies % length;
    }

    @Override
    public void close() {
        weights.close();
    }
}
