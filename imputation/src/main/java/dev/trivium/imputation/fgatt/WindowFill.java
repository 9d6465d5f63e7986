package dev.trivium.imputation.fgatt;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.WindowGraph;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Estimates of every cell of some rows, from the windows that hold them. */
final class WindowFill {

    private static final int BATCH_NODES = 3200;

    private final Architecture architecture;
    private final NodeLayout layout;
    private final Standardiser standardiser;
    private final @Nullable GraphBuilder graphs;
    private final Parameters parameters;
    private final FgattNetwork network;
    private final @Nullable LastStep lastStep;

    /** Takes the weights as they are now: they must not change later. */
    WindowFill(Architecture architecture, NodeLayout layout, Standardiser standardiser, @Nullable GraphBuilder graphs, Parameters parameters,
            FgattNetwork network) {
        this.architecture = architecture;
        this.layout = layout;
        this.standardiser = standardiser;
        this.graphs = graphs;
        this.parameters = parameters;
        this.network = network;
        lastStep = network.folded(parameters);
    }

    /** Windows that are computed at once. */
    static int batch(int nodes) {
        return Math.max(1, Math.min(32, BATCH_NODES / nodes));
    }

    NodeSeries prepared(SeriesSet series) {
        return NodeSeries.of(series, layout, standardiser, architecture.calendar());
    }

    /** {@return rows [from, to) in the units of the data, row-major; the mean of the windows that start every {@code stride} rows} */
    double[] estimates(NodeSeries series, int from, int to, int stride) {
        int time = architecture.window();
        int[] starts = starts(series.rows(), from, to, stride);
        if (from == series.rows() - 1) {
            return last(series);
        }
        WindowAverages averages = new WindowAverages(layout, standardiser, from, to);
        int size = batch(layout.nodes().size());
        for (int at = 0; at < starts.length; at += size) {
            int[] batch = Arrays.copyOfRange(starts, at, Math.min(at + size, starts.length));
            WindowInputs inputs = new WindowInputs(architecture, batch.length, series.nodes(), series.channels(), graphs);
            for (int b = 0; b < batch.length; b++) {
                inputs.put(b, series, batch[b], null);
            }
            try (Scope scope = Scope.open(parameters.compute())) {
                averages.add(batch, time, network.forward(inputs.tensors(scope), java.util.List.of()).toFloats());
            }
        }
        return averages.values();
    }

    /** {@return the last row, from the window that ends with it} */
    double[] last(NodeSeries series) {
        WindowInputs inputs = new WindowInputs(architecture, 1, series.nodes(), series.channels(), graphs);
        inputs.put(0, series, series.rows() - architecture.window(), null);
        WindowAverages answer = new WindowAverages(layout, standardiser, 0, 1);
        try (Scope scope = Scope.open(parameters.compute())) {
            answer.add(new int[] {0}, 1, last(inputs, scope).toFloats());
        }
        return answer.values();
    }

    private Tensor last(WindowInputs in, Scope scope) {
        boolean alone = graphs != null && in.neighbours() == 0;
        return lastStep == null || alone ? network.last(in.tensors(scope)) : lastStep.estimates(in, scope);
    }

    WindowGraph graph(NodeSeries window) {
        return new WindowInputs(architecture, 1, layout.nodes().size(), layout.channels().size(), graphs).graph(window, 0);
    }

    /**
     * Starts of windows that overlap the rows, within the series; one that ends with the series where that is shorter than a window. Every row
     * lies in one window at least.
     */
    private int[] starts(int length, int from, int to, int stride) {
        int time = architecture.window();
        int last = length - time;
        int low = Math.min(last, Math.max(0, from - time + 1));
        int high = Math.min(last, to - 1);
        int count = (high - low + stride - 1) / stride + 1;
        int[] starts = new int[count];
        Arrays.setAll(starts, i -> Math.min(high, low + i * stride));
        return starts;
    }
}
