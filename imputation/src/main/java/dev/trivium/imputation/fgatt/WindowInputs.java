package dev.trivium.imputation.fgatt;

import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.imputation.graph.WindowGraph;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the network sees of a batch of windows, computed from the visible values alone and after everything else was hidden.
 *
 * <p>For every cell: the value z (0 where hidden), the linear interpolation ẑ of the visible values of the window (the nearest one beyond the
 * first and the last, 0 where there is none), whether the value is visible, and the steps since the last and until the next visible value
 * in windows, 0 at a visible one and 1 where there is none. The graph is drawn from ẑ. None of it has a gradient.
 */
final class WindowInputs {

    private final int time;
    private final int nodes;
    private final int channels;
    private final int perChannel;
    private final @Nullable GraphBuilder graphs;
    private final float[] features;
    private final float[] filled;
    private final float[] seen;
    private final float[] calendar;
    private final int batch;
    private int neighbours;
    private long[] index = new long[0];
    private float[] logMembership = new float[0];
    private float[] closed = new float[0];
    private boolean padded;

    /** Tensors of a batch: see {@link FgattNetwork#forward}. */
    record Tensors(int batch, Tensor features, Tensor filled, List<Tensor> calendar, List<Tensor> edges, int neighbours, boolean padded) {}

    /**
     * @param graphs null for no graph
     * @param withCalendar whether {@link #calendar} will be filled
     */
    WindowInputs(Architecture architecture, int batch, int nodes, int channels, @Nullable GraphBuilder graphs) {
        this.batch = batch;
        time = architecture.window();
        this.nodes = nodes;
        this.channels = channels;
        this.graphs = graphs;
        perChannel = features(architecture);
        features = new float[Math.multiplyExact(batch * perChannel, time * nodes * channels)];
        filled = new float[batch * time * nodes * channels];
        seen = new float[batch * time * nodes];
        calendar = new float[architecture.calendar() ? batch * time * Calendar.COUNT : 0];
    }

    static int features(Architecture architecture) {
        return architecture.maskChannel() ? 5 : 2;
    }

    /** Fills place {@code b} from a window of a series, with some of its cells hidden. */
    void put(int b, NodeSeries series, int start, boolean @Nullable [] hidden) {
        float[] window = new float[time * nodes * channels];
        series.copy(start, time, window, 0);
        if (hidden != null) {
            for (int i = 0; i < window.length; i++) {
                if (hidden[i]) {
                    window[i] = Float.NaN;
                }
            }
        }
        if (calendar.length > 0) {
            series.copyCalendar(start, time, calendar, b * time * Calendar.COUNT);
        }
        put(b, window);
    }

    /** {@return the graph of one window} */
    WindowGraph graph(NodeSeries series, int start) {
        float[] window = new float[time * nodes * channels];
        series.copy(start, time, window, 0);
        return Objects.requireNonNull(put(0, window));
    }

    private @Nullable WindowGraph put(int b, float[] window) {
        byte[] visible = new byte[window.length];
        float[] interpolated = new float[window.length];
        float[] before = new float[window.length];
        float[] after = new float[window.length];
        int size = nodes * channels;
        for (int s = 0; s < size; s++) {
            interpolate(window, s, size, interpolated, visible, before, after);
        }
        write(b, window, visible, interpolated, before, after);
        if (graphs == null) {
            return null;
        }
        WindowGraph graph = graphs.build(interpolated, visible, time, nodes, channels);
        put(b, graph);
        return graph;
    }

    private void interpolate(float[] window, int s, int size, float[] interpolated, byte[] visible, float[] before, float[] after) {
        int last = -1;
        for (int t = 0; t < time; t++) {
            int at = t * size + s;
            if (!Float.isNaN(window[at])) {
                visible[at] = 1;
                between(window, s, size, last, t, interpolated);
                last = t;
            }
            before[at] = last < 0 ? 1 : (float) (t - last) / time;
        }
        if (last >= 0) {
            between(window, s, size, last, time, interpolated);
        }
        int next = -1;
        for (int t = time - 1; t >= 0; t--) {
            next = visible[t * size + s] == 1 ? t : next;
            after[t * size + s] = next < 0 ? 1 : (float) (next - t) / time;
        }
    }

    /** The stretch from a visible value to the next, both may be beyond the window; the next value itself is part of it. */
    private void between(float[] window, int s, int size, int last, int next, float[] interpolated) {
        for (int t = last + 1; t < next; t++) {
            float value;
            if (last < 0) {
                value = window[next * size + s];
            } else if (next == time) {
                value = window[last * size + s];
            } else {
                float share = (float) (t - last) / (next - last);
                value = window[last * size + s] * (1 - share) + window[next * size + s] * share;
            }
            interpolated[t * size + s] = value;
        }
        if (next < time) {
            interpolated[next * size + s] = window[next * size + s];
        }
    }

    /** From (time, node, channel) to (node, time, feature). */
    private void write(int b, float[] window, byte[] visible, float[] interpolated, float[] before, float[] after) {
        for (int t = 0; t < time; t++) {
            for (int i = 0; i < nodes; i++) {
                int count = 0;
                for (int c = 0; c < channels; c++) {
                    int from = (t * nodes + i) * channels + c;
                    int to = ((b * nodes + i) * time + t) * channels + c;
                    filled[to] = interpolated[from];
                    features[to * perChannel] = visible[from] == 1 ? window[from] : 0;
                    features[to * perChannel + 1] = interpolated[from];
                    if (perChannel > 2) {
                        features[to * perChannel + 2] = visible[from];
                        features[to * perChannel + 3] = before[from];
                        features[to * perChannel + 4] = after[from];
                    }
                    count += visible[from];
                }
                seen[(b * time + t) * nodes + i] = (float) count / channels;
            }
        }
    }

    /** A place without a neighbour has index -1 and is closed. */
    private void put(int b, WindowGraph graph) {
        int size = graph.index().length;
        if (index.length == 0) {
            neighbours = graph.neighbours();
            index = new long[batch * size];
            logMembership = new float[batch * size];
            closed = new float[batch * size];
        }
        for (int e = 0; e < size; e++) {
            int j = graph.index()[e];
            boolean open = j >= 0;
            padded |= !open;
            index[b * size + e] = open ? j : e / neighbours;
            logMembership[b * size + e] = open ? (float) Math.log(graph.membership()[e] + 1e-6) : 0;
            closed[b * size + e] = open ? 0 : -1e9f;
        }
    }

    /**
     * A batch in one array, which is brought to the engine in one go.
     *
     * @param values one after the other: features (B, N, T, f); ẑ of the last step (B, N, F); calendar (B, T, 4) or nothing; of a graph the
     *     neighbours, log S and closed (B, N, K) and visibility (B, T, N), or nothing
     * @param sizes B, N, T and the lengths of the seven
     */
    record Packed(float[] values, long[] sizes) {}

    Packed packed() {
        float[] last = new float[batch * nodes * channels];
        for (int i = 0; i < batch * nodes; i++) {
            System.arraycopy(filled, ((i + 1) * time - 1) * channels, last, i * channels, channels);
        }
        float[] places = new float[index.length];
        for (int e = 0; e < places.length; e++) {
            places[e] = index[e]; // whole numbers up to 2^24 are exact
        }
        float[][] parts = {features, last, calendar, places, logMembership, closed, graphs == null ? new float[0] : seen};
        long[] sizes = new long[parts.length + 3];
        System.arraycopy(new long[] {batch, nodes, time}, 0, sizes, 0, 3);
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            sizes[i + 3] = parts[i].length;
            length = Math.addExact(length, parts[i].length);
        }
        float[] values = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, values, at, part.length);
            at += part.length;
        }
        return new Packed(values, sizes);
    }

    /** {@return places in a row of the graph} */
    int neighbours() {
        return neighbours;
    }

    /** {@return whether a place is not used} */
    boolean padded() {
        return padded;
    }

    /** {@return the batch as tensors of a scope} */
    Tensors tensors(Scope scope) {
        Tensor u = scope.tensor(features, batch, nodes, time, (long) perChannel * channels);
        Tensor z = scope.tensor(filled, batch, nodes, time, channels);
        List<Tensor> at = calendar.length == 0 ? List.of() : List.of(scope.tensor(calendar, batch, time, Calendar.COUNT));
        List<Tensor> edges = graphs == null ? List.of() : List.of(scope.indices(index, batch, nodes, neighbours),
                scope.tensor(logMembership, batch, nodes, neighbours), scope.tensor(closed, batch, nodes, neighbours),
                scope.tensor(seen, batch, time, nodes));
        return new Tensors(batch, u, z, at, edges, neighbours, padded);
    }
}
