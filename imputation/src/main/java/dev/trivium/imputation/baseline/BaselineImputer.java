package dev.trivium.imputation.baseline;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.interval.GapIntervals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A fitted baseline: its rule, its intervals, and what it was fitted on. Immutable but for being closed. */
final class BaselineImputer implements Imputer {

    private final ImputerSpec spec;
    private final List<Variable> variables;
    private final String step;
    private final Standardiser standardiser;
    private final Rule rule;
    private final GapIntervals intervals;
    private final Map<String, Object> provenance;
    private final AtomicBoolean closed;

    BaselineImputer(ImputerSpec spec, List<Variable> variables, String step, Standardiser standardiser, Rule rule, GapIntervals intervals,
            Map<String, Object> provenance) {
        this(spec, variables, step, standardiser, rule, intervals, provenance, new AtomicBoolean());
    }

    private BaselineImputer(ImputerSpec spec, List<Variable> variables, String step, Standardiser standardiser, Rule rule,
            GapIntervals intervals, Map<String, Object> provenance, AtomicBoolean closed) {
        this.spec = spec;
        this.variables = variables;
        this.step = step;
        this.standardiser = standardiser;
        this.rule = rule;
        this.intervals = intervals;
        this.provenance = provenance;
        this.closed = closed;
    }

    @Override
    public BaselineImputer withLevel(double level) {
        return new BaselineImputer(spec, variables, step, standardiser, rule, intervals.withLevel(level), provenance, closed);
    }

    /** {@return (to − from, series), row-major, in the units of the data} */
    static double[] estimates(Rule rule, Standardiser standardiser, SeriesSet series, int from, int to) {
        double[] estimates = rule.fill(StandardRows.of(series, standardiser), from, to);
        standardiser.backward(estimates);
        return estimates;
    }

    @Override
    public ImputerSpec spec() {
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
        return rule.note();
    }

    @Override
    public FilledSeries fill(SeriesSet series, int from, int to) {
        requireOpen();
        if (!series.variables().equals(variables)) {
            throw new IllegalArgumentException("series must be those that were fitted, " + variables.stream().map(Variable::label).toList()
                    + ", got " + series.variables().stream().map(Variable::label).toList());
        }
        if (!series.time().stepText().equals(step)) {
            throw new IllegalArgumentException("series must have the fitted step, " + step + ", got " + series.time().stepText());
        }
        if (from < 0 || to <= from || to > series.length()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "rows must satisfy 0 <= from < to <= %d, got from=%d, to=%d",
                    series.length(), from, to));
        }
        return intervals.apply(series, estimates(rule, standardiser, series, from, to), from, to);
    }

    @Override
    public void save(Path file) throws IOException {
        requireOpen();
        SavedBaseline.write(file, this);
    }

    String step() {
        return step;
    }

    Standardiser standardiser() {
        return standardiser;
    }

    Rule rule() {
        return rule;
    }

    GapIntervals intervals() {
        return intervals;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("imputer must be open, got one that was closed");
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
