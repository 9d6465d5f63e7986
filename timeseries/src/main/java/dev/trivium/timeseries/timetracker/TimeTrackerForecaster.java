package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.graph.GraphMean;
import dev.trivium.evaluation.graph.LearnedGraph;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.parameter.Lifetime;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.History;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Time Tracker for the columns of some data.
 *
 * <p>Differs from other forecasters: a history may be shorter than the look-back, down to one row, may have any step (after fine-tuning, that of
 * the training rows only), and may miss any share of its values; nothing is filled, for the network is told what is missing. Only a series with nothing observed in the rows that are
 * used is refused; {@link #rolling} goes on with its last value observed before.
 */
public final class TimeTrackerForecaster implements Forecaster {

    /** Under this name provenance holds the step of the rows that a fine-tuned model learnt from. */
    static final String STEP = "step";

    private static final String NOTE = "note";
    private static final int CELLS = 1 << 20; // context points held at once by a rolling forecast

    private final TimeTrackerSpec spec;
    private final TimeTracker tracker;
    private final List<Variable> variables;
    private final Map<String, Object> provenance;
    private final Lifetime lifetime = new Lifetime("forecaster");

    /** Takes over the tracker. */
    TimeTrackerForecaster(TimeTrackerSpec spec, TimeTracker tracker, List<Variable> variables, Map<String, Object> provenance) {
        this.spec = spec;
        this.tracker = tracker;
        this.variables = List.copyOf(variables);
        this.provenance = provenance;
    }

    /** Weights as they are, for some columns. */
    static TimeTrackerForecaster zeroShot(TimeTrackerSpec spec, TimeTracker tracker, List<Variable> variables) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("use", "zero-shot: nothing was learnt from the training rows");
        provenance.put(NOTE, "zero-shot, " + tracker.origin());
        provenance.put("weights", tracker.provenance());
        return new TimeTrackerForecaster(spec, tracker, variables, provenance);
    }

    @Override
    public TimeTrackerSpec spec() {
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

    @Override
    public Optional<String> note() {
        return Optional.ofNullable(provenance.get(NOTE)).map(Object::toString);
    }

    TimeTracker tracker() {
        return tracker;
    }

    /**
     * Forecasts the steps right after a history.
     *
     * @param history at least one row, with the columns of {@link #variables}; only its last rows are used
     * @throws IllegalArgumentException if a column is absent or has nothing observed in the rows that are used; the message names it; if a
     *     fine-tuned model learnt from rows of another step
     */
    @Override
    public Forecast predict(SeriesSet history) {
        requireStep(history);
        return lifetime.during(() -> tracker.forecast(history, variables, spec.lookback(), spec.horizon(), spec.prediction()));
    }

    /** What was learnt from hours says nothing about months. */
    private void requireStep(SeriesSet history) {
        Object step = provenance.get(STEP);
        if (step != null && !step.equals(history.time().stepText())) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "history must have the step of the training data, %s, got %s",
                    step, history.time().stepText()));
        }
    }

    /**
     * {@return which experts answer for which patches of a history, in the first pass of a forecast}
     *
     * @param history as for {@link #predict}
     */
    public Routing routing(SeriesSet history) {
        List<String> names = variables.stream().map(Variable::name).toList();
        return lifetime.during(() -> tracker.routing(history, names, spec.lookback(), spec.horizon(), spec.prediction()));
    }

    /** {@return whether the series see each other by a frequency graph, so that there is one to show} */
    public boolean hasGraph() {
        return tracker.mixing().usesGraph();
    }

    /**
     * {@return the frequency graph, averaged over the look-backs that follow each other in some rows} An edge leads to the series that
     * listens; its weight is how much it is heard, p of {@link Mixing}: 1 where edges are cut.
     *
     * @param series at least one row, with the columns of {@link #variables}; of more than a look-back, the oldest rows that fill no whole one
     *     are left out
     * @throws IllegalStateException if there is no graph
     * @throws IllegalArgumentException if a column has nothing observed in a window; the message names it
     */
    public LearnedGraph graph(SeriesSet series) {
        if (!hasGraph()) {
            throw new IllegalStateException("mixing must be HARD, SOFT or NEAREST for a graph, got " + tracker.mixing().kind());
        }
        List<String> names = variables.stream().map(Variable::name).toList();
        PassProbe probe = tracker.probe(spec.horizon(), spec.prediction());
        int length = Math.min(spec.lookback(), probe.seen());
        GraphMean mean = new GraphMean("weight", names);
        return lifetime.during(() -> tracker.read(model -> {
            for (int end = length + Math.max(0, series.length() - length) % length; end - length < series.length(); end += length) {
                SeriesSet rows = series.rows(0, Math.min(end, series.length()));
                probe.edges(Contexts.last(rows, names, length), mean);
            }
            return mean.graph();
        }));
    }

    @Override
    public Rolling rolling(Windows windows) {
        return lifetime.during(() -> {
            History.check(windows, spec, variables);
            return new Rolled(windows);
        });
    }

    /** Forecasts of windows, in parts of bounded size. */
    private final class Rolled implements Rolling {

        private final Windows windows;

        Rolled(Windows windows) {
            this.windows = windows;
        }

        @Override
        public double[] predict(int from, int to) {
            return forecast(from, to).mean();
        }

        @Override
        public List<Double> levels() {
            return tracker.settings().quantiles();
        }

        @Override
        public WindowForecasts forecast(int from, int to) {
            int size = spec.horizon() * variables.size();
            List<double[]> all = new ArrayList<>();
            for (int i = 0; i <= levels().size(); i++) {
                all.add(new double[Math.multiplyExact(to - from, size)]);
            }
            int seen = tracker.decoder(spec.prediction()).seen(spec.horizon());
            int step = Math.max(1, CELLS / (Math.min(seen, spec.lookback()) * variables.size()));
            for (int start = from; start < to; start += step) {
                int end = Math.min(start + step, to);
                double[][] contexts = Contexts.of(windows, start, end, seen);
                PatchForecasts part = lifetime.during(() -> tracker.forecast(contexts, variables.size(), spec.horizon(), spec.prediction()));
                for (int i = 0; i < all.size(); i++) {
                    lay(part.values()[i], all.get(i), (start - from) * size);
                }
            }
            return new WindowForecasts(all.get(0), all.subList(1, all.size()));
        }

        /** (windows · series, horizon) to (windows, horizon, series). */
        private void lay(double[][] values, double[] target, int offset) {
            int width = variables.size();
            for (int i = 0; i < values.length; i++) {
                for (int t = 0; t < spec.horizon(); t++) {
                    target[offset + (i / width * spec.horizon() + t) * width + i % width] = values[i][t];
                }
            }
        }
    }

    @Override
    public ModelContents contents() {
        return lifetime.during(() -> SavedTimeTracker.contents(this));
    }

    @Override
    public void close() {
        lifetime.end(tracker::close);
    }
}
