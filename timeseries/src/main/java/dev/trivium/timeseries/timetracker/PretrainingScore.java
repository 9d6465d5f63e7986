package dev.trivium.timeseries.timetracker;

import java.util.List;

/**
 * How a network does on the validation draws.
 *
 * @param loss mean loss of the draws
 * @param next mean loss where the patch before the forecast one was seen
 * @param masked mean loss where it was masked: forecasts of farther patches
 * @param loads tokens of each private expert, per layer
 */
public record PretrainingScore(double loss, double next, double masked, List<List<Long>> loads) {

    /** Copies the lists. */
    public PretrainingScore {
        loads = loads.stream().map(List::copyOf).toList();
    }

    /** {@return per layer, how many times the tokens of the idlest expert the busiest one has; infinite if one has none} */
    public List<Double> imbalances() {
        return loads.stream()
                .map(layer -> layer.stream().mapToLong(n -> n).max().orElseThrow() / (double) layer.stream().mapToLong(n -> n).min().orElseThrow())
                .toList();
    }
}
