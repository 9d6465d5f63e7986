package dev.trivium.imputation.fgatt;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.WindowGraph;
import dev.trivium.imputation.interval.GapIntervals;
import dev.trivium.nn.parameter.Lifetime;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A fitted FGATT.
 *
 * <p>A call opens memory of its own, so threads may share the model; closing waits for the calls that have begun. Whole series are filled by {@link #fill}: windows of the recipe's stride over
 * the rows, their estimates averaged in the units of the data. Streams are filled by {@link #fillLast(double[], int)}: the last rows in, (rows,
 * series) in the order of {@link #variables} with NaN for what is missing, and estimates of the last of these rows out. It sees nothing later,
 * and keeps nothing between calls.
 */
public final class FgattImputer implements Imputer {

    private final FgattSpec spec;
    private final List<Variable> variables;
    private final String step;
    private final NodeLayout layout;
    private final Standardiser standardiser;
    private final WindowGraphs graphs;
    private final Parameters parameters;
    private final WindowFill windows;
    private final GapIntervals intervals;
    private final Map<String, Object> provenance;
    private final Lifetime lifetime;

    FgattImputer(FgattSpec spec, List<Variable> variables, String step, NodeLayout layout, Standardiser standardiser, WindowGraphs graphs,
            Parameters parameters, WindowFill windows, GapIntervals intervals, Map<String, Object> provenance) {
        this(spec, variables, step, layout, standardiser, graphs, parameters, windows, intervals, provenance, new Lifetime("imputer"));
    }

    private FgattImputer(FgattSpec spec, List<Variable> variables, String step, NodeLayout layout, Standardiser standardiser,
            WindowGraphs graphs, Parameters parameters, WindowFill windows, GapIntervals intervals, Map<String, Object> provenance,
            Lifetime lifetime) {
        this.spec = spec;
        this.variables = List.copyOf(variables);
        this.step = step;
        this.layout = layout;
        this.standardiser = standardiser;
        this.graphs = graphs;
        this.parameters = parameters;
        this.windows = windows;
        this.intervals = intervals;
        this.provenance = provenance;
        this.lifetime = lifetime;
    }

    @Override
    public FgattImputer withLevel(double level) {
        return new FgattImputer(spec, variables, step, layout, standardiser, graphs, parameters, windows, intervals.withLevel(level),
                provenance, lifetime);
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

    /** {@return whether nodes listen to nodes} */
    public boolean hasGraph() {
        return graphs.builder() != null;
    }

    /**
     * {@return the graph that the model draws of a window's visible values}
     *
     * @param window as many rows as the model's window, or fewer
     * @throws IllegalStateException if the model has no graph
     */
    public WindowGraph graphOf(SeriesSet window) {
        return lifetime.during(() -> {
            check(window);
            if (graphs.builder() == null) {
                throw new IllegalStateException("the model must have a graph, got one that was fitted without");
            }
            Rules.between("window", 1, spec.architecture().window(), window.length());
            return windows.graph(windows.prepared(window));
        });
    }

    @Override
    public FilledSeries fill(SeriesSet series, int from, int to) {
        boolean newest = from == series.length() - 1 && to == series.length(); // a stream's row lies in one window only
        return intervals.apply(series, newest ? fillLast(series) : estimates(series, from, to), from, to);
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
        return lifetime.during(() -> {
            check(series);
            if (from < 0 || to <= from || to > series.length()) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "rows must satisfy 0 <= from < to <= %d, got from=%d, to=%d",
                        series.length(), from, to));
            }
            return windows.estimates(windows.prepared(series), from, to, spec.stride());
        });
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
        return lifetime.during(() -> windows.last(standardised(values, rows)));
    }

    private NodeSeries standardised(double[] values, int rows) {
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
            if (Double.isInfinite(values[skipped + i])) {
                throw new IllegalArgumentException("values must be finite or NaN, got " + values[skipped + i] + " for "
                        + variables.get(i % width).name());
            }
            z[i] = (float) ((values[skipped + i] - standardiser.mean(i % width)) / standardiser.deviation(i % width));
        }
        return NodeSeries.of(z, kept, layout, new float[0]);
    }

    /** {@return as above, for rows with time stamps; those of the model's series and step} */
    public double[] fillLast(SeriesSet rows) {
        return lifetime.during(() -> {
            check(rows);
            return windows.last(windows.prepared(rows.rows(Math.max(0, rows.length() - spec.architecture().window()), rows.length())));
        });
    }

    private void check(SeriesSet series) {
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
        lifetime.during(() -> {
            SavedFgatt.write(file, this);
            return file;
        });
    }

    /** {@return the intervals around what it fills, at level 0.8 unless asked otherwise} */
    public GapIntervals intervals() {
        return intervals;
    }

    WindowGraphs graphs() {
        return graphs;
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
        lifetime.end(parameters::close);
    }
}
