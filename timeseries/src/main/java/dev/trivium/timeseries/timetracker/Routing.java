package dev.trivium.timeseries.timetracker;

import dev.trivium.evaluation.chart.HeatChart;
import dev.trivium.evaluation.chart.HeatPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which private experts answered which patches of one window: the gate weights of every layer, which sum to 1 over the experts of a token.
 * Shared experts, which answer always, are not counted.
 */
public final class Routing {

    private final List<String> series;
    private final List<String> patches;
    private final int layers;
    private final int experts;
    private final float[] gates;

    /**
     * Takes the weights.
     *
     * @param series names of the series, C, at least one
     * @param patches labels of the patches in time, N, at least one: the first step of each
     * @param layers layers of the network, at least one
     * @param experts private experts of a layer, at least one
     * @param gates (layers, C, N, experts) row-major, from 0 to 1; 0 = not chosen, NaN = no token
     * @throws IllegalArgumentException if sizes do not fit or a weight is out of range
     */
    public Routing(List<String> series, List<String> patches, int layers, int experts, float[] gates) {
        long size = (long) layers * series.size() * patches.size() * experts;
        if (size < 1 || gates.length != size) {
            throw new IllegalArgumentException("gates must hold layers x series x patches x experts weights, each at least one, got " + gates.length
                    + " for " + layers + " x " + series.size() + " x " + patches.size() + " x " + experts);
        }
        for (int i = 0; i < gates.length; i++) {
            if (gates[i] < 0 || gates[i] > 1.0001f) { // rounding of a sum
                throw new IllegalArgumentException("gates must be between 0 and 1, got " + gates[i] + " at index " + i);
            }
        }
        this.series = List.copyOf(series);
        this.patches = List.copyOf(patches);
        this.layers = layers;
        this.experts = experts;
        this.gates = gates.clone();
    }

    /** {@return the names of the series} */
    public List<String> series() {
        return series;
    }

    /** {@return labels of the patches in time: the first step of each} */
    public List<String> patches() {
        return patches;
    }

    /** {@return the number of layers} */
    public int layers() {
        return layers;
    }

    /** {@return the number of private experts of a layer} */
    public int experts() {
        return experts;
    }

    /** {@return the weight of an expert for a patch, all counted from 0; NaN where there is no token} */
    public double gate(int layer, int s, int patch, int expert) {
        return gates[((layer * series.size() + s) * patches.size() + patch) * experts + expert];
    }

    /** {@return the mean weight of every expert over time, (layers, experts, patches): the mean over the series} */
    public double[][][] overTime() {
        double[][][] shares = new double[layers][experts][patches.size()];
        for (int l = 0; l < layers; l++) {
            for (int e = 0; e < experts; e++) {
                int layer = l;
                int expert = e;
                Arrays.setAll(shares[l][e], p -> mean(IntStream.range(0, series.size()).mapToDouble(s -> gate(layer, s, p, expert)).toArray()));
            }
        }
        return shares;
    }

    /** {@return the mean weight of every expert by series, (layers, series, experts): the mean over the patches} */
    public double[][][] overSeries() {
        double[][][] shares = new double[layers][series.size()][experts];
        for (int l = 0; l < layers; l++) {
            for (int s = 0; s < series.size(); s++) {
                int layer = l;
                int one = s;
                Arrays.setAll(shares[l][s], e -> mean(IntStream.range(0, patches.size()).mapToDouble(p -> gate(layer, one, p, e)).toArray()));
            }
        }
        return shares;
    }

    private static double mean(double[] values) {
        return Math.min(1, Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN));
    }

    /**
     * A picture of which experts answer when: experts by patches, one panel per layer.
     *
     * @param title what is shown
     * @param source for the foot of the picture; may be empty
     */
    public HeatChart chartOverTime(String title, String source) {
        double[][][] shares = overTime();
        List<String> names = IntStream.rangeClosed(1, experts).mapToObj(e -> "expert " + e).toList();
        List<HeatPanel> panels = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            panels.add(HeatPanel.of("layer " + (l + 1), names, patches, shares[l]));
        }
        return HeatChart.stacked(title, source, "gate share", "first step of the patch", panels);
    }

    /** As {@link #chartOverTime}, which experts answer for which series: series by experts, one panel per layer. */
    public HeatChart chartOverSeries(String title, String source) {
        double[][][] shares = overSeries();
        List<String> names = IntStream.rangeClosed(1, experts).mapToObj(Integer::toString).toList();
        List<HeatPanel> panels = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            panels.add(HeatPanel.of("layer " + (l + 1), series, names, shares[l]));
        }
        return HeatChart.beside(title, source, "gate share", "expert", panels);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d layers, %d series, %d patches, %d experts", layers, series.size(), patches.size(), experts);
    }
}
