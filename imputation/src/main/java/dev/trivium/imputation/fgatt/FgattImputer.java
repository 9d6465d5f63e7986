package dev.trivium.imputation.fgatt;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.WindowGraph;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fitted FGATT.
 *
 * <p>A call opens memory of its own, so threads may share the model. Whole series are filled by {@link #fill}: windows of the recipe's stride over
 * the rows, their estimates averaged in the units of the data. Streams are filled by {@link #fillLast(double[], int)}: the last rows in, (rows,
 * series) in the order of {@link #variables} with NaN for what is missing, and estimates of the last of these rows out. It sees nothing later,
 * and keeps nothing between calls.
 */
public final class FgattImputer implements Imputer {

    private static final int BATCH_NODES = 3200;

    private final FgattSpec spec;
    private final List<Variable> variables;
    private final String step;
    private final NodeLayout layout;
    private final Standardiser standardiser;
    private final @Nullable GraphBuilder graphs;
    private final Parameters parameters;
    private final FgattNetwork network;
    private final Map<String, Object> provenance;
    private volatile boolean closed;

    FgattImputer(FgattSpec spec, List<Variable> variables, String step, NodeLayout layout, Standardiser standardiser,
            @Nullable GraphBuilder graphs, Parameters parameters, FgattNetwork network, Map<String, Object> provenance) {
        this.spec = spec;
        this.variables = List.copyOf(variables);
        this.step = step;
        this.layout = layout;
        this.standardiser = standardiser;
        this.graphs = graphs;
        this.parameters = parameters;
        this.network = network;
        this.provenance = provenance;
    }

    /** Windows that are computed at once. */
    static int batch(int nodes) {
        return Math.max(1, Math.min(32, BATCH_NODES / nodes));
    }

    @Override
    public FgattSpec spec() {
        return spec;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    /** {@return how the columns are nodes and channels} */
    public NodeLayout layout() {
        return layout;
    }

    /**
     * {@return the graph that the model draws of a window's visible values}
     *
     * @param window as many rows as the model's window, or fewer
     * @throws IllegalStateException if the model has no graph
     */
    public WindowGraph graphOf(SeriesSet window) {
        check(window);
        if (graphs == null) {
            throw new IllegalStateException("the model must have a graph, got one that was fitted without");
        }
        Rules.between("window", 1, spec.architecture().window(), window.length());
        return new WindowInputs(spec.architecture(), 1, layout.nodes().size(), layout.channels().size(), graphs)
                .graph(prepared(window), 0);
    }

    @Override
    public FilledSeries fill(SeriesSet series, int from, int to) {
        double[] estimates = estimates(series, from, to);
        SeriesSet rows = series.rows(from, to);
        double[] values = rows.toArray();
        BitSet filled = new BitSet();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = estimates[i];
                filled.set(i);
            }
        }
        SeriesSet whole = SeriesSet.of(rows.time(), rows.variables(), values);
        return new FilledSeries(whole, whole, whole, 0.8, filled);
    }

    /**
     * Estimates every cell of some rows, observed ones too.
     *
     * @param series the series the model was fitted on, at the same step
     * @param from first row
     * @param to row after the last
     * @return (to − from, series), row-major, in the units of the data
     */
    public double[] estimates(SeriesSet series, int from, int to) {
        check(series);
        if (from < 0 || to <= from || to > series.length()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "rows must satisfy 0 <= from < to <= %d, got from=%d, to=%d",
                    series.length(), from, to));
        }
        WindowAverages averages = new WindowAverages(layout, standardiser, from, to);
        NodeSeries prepared = prepared(series);
        int[] starts = starts(series.length(), from, to);
        int size = batch(layout.nodes().size());
        for (int at = 0; at < starts.length; at += size) {
            int[] batch = java.util.Arrays.copyOfRange(starts, at, Math.min(at + size, starts.length));
            WindowInputs inputs = new WindowInputs(spec.architecture(), batch.length, prepared.nodes(), prepared.channels(), graphs);
            for (int b = 0; b < batch.length; b++) {
                inputs.put(b, prepared, batch[b], null);
            }
            try (Scope scope = Scope.open(parameters.compute())) {
                averages.add(batch, spec.architecture().window(), network.forward(inputs.tensors(scope), List.of()).toFloats());
            }
        }
        return averages.values();
    }

    /**
     * Estimates every cell of the last row, observed ones too, from it and the rows before it.
     *
     * @param values (rows, series), row-major, in the units of the data, NaN where missing; of more rows than the window the last are used, and
     *     of fewer the earlier ones count as missing
     * @param rows at least 1
     * @return one number for each series, in the units of the data
     * @throws IllegalStateException if the model has calendar features: use {@link #fillLast(SeriesSet)}
     */
    public double[] fillLast(double[] values, int rows) {
        requireOpen();
        if (spec.architecture().calendar()) {
            throw new IllegalStateException("the model must have no calendar features where rows come without time stamps");
        }
        int width = variables.size();
        if (rows < 1 || values.length != rows * width) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "values must have shape (rows=%d, series=%d) with a row or more, got %d numbers",
                    rows, width, values.length));
        }
        int kept = Math.min(rows, spec.architecture().window());
        float[] z = new float[kept * width];
        int skipped = (rows - kept) * width;
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) ((values[skipped + i] - standardiser.mean(i % width)) / standardiser.deviation(i % width));
        }
        return fillLast(NodeSeries.of(z, kept, layout, new float[0]));
    }

    /** {@return as above, for rows with time stamps; those of the model's series and step} */
    public double[] fillLast(SeriesSet rows) {
        check(rows);
        return fillLast(prepared(rows.rows(Math.max(0, rows.length() - spec.architecture().window()), rows.length())));
    }

    private double[] fillLast(NodeSeries rows) {
        WindowInputs inputs = new WindowInputs(spec.architecture(), 1, rows.nodes(), rows.channels(), graphs);
        inputs.put(0, rows, rows.rows() - spec.architecture().window(), null);
        WindowAverages answer = new WindowAverages(layout, standardiser, 0, 1);
        try (Scope scope = Scope.open(parameters.compute())) {
            answer.add(new int[] {0}, 1, network.last(inputs.tensors(scope)).toFloats());
        }
        return answer.values();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("imputer must be open, got one that was closed");
        }
    }

    /** Starts of windows that overlap the rows, within the series where it is long enough; every row lies in one window at least. */
    private int[] starts(int length, int from, int to) {
        int time = spec.architecture().window();
        int last = Math.max(0, length - time);
        int low = Math.max(0, Math.min(last, from - time + 1));
        int high = Math.min(last, to - 1);
        int count = (high - low + spec.stride() - 1) / spec.stride() + 1;
        int[] starts = new int[count];
        java.util.Arrays.setAll(starts, i -> Math.min(high, low + i * spec.stride()));
        return starts;
    }

    private NodeSeries prepared(SeriesSet series) {
        return NodeSeries.of(series, layout, standardiser, spec.architecture().calendar());
    }

    private void check(SeriesSet series) {
        requireOpen();
        if (!series.variables().equals(variables)) {
            throw new IllegalArgumentException("series must be those that were fitted, " + variables.stream().map(Variable::label).toList()
                    + ", got " + series.variables().stream().map(Variable::label).toList());
        }
        if (!series.time().stepText().equals(step)) {
            throw new IllegalArgumentException("series must have the fitted step, " + step + ", got " + series.time().stepText());
        }
    }

    @Override
    public void save(Path file) throws IOException {
        requireOpen();
        SavedFgatt.write(file, this);
    }

    String step() {
        return step;
    }

    Standardiser standardiser() {
        return standardiser;
    }

    Parameters parameters() {
        return parameters;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            parameters.close();
        }
    }
}
