package dev.trivium.imputation.stream;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Fills with the last value of the rows it is given, 0 where there is none. */
final class LastSeen implements Imputer {

    private final String name;

    LastSeen() {
        this("last-seen");
    }

    LastSeen(String name) {
        this.name = name;
    }

    @Override
    public ImputerSpec spec() {
        throw new UnsupportedOperationException("a test needs none");
    }

    @Override
    public List<Variable> variables() {
        return List.of(Variable.of("a"), Variable.of("b"));
    }

    @Override
    public FilledSeries fill(SeriesSet series, int from, int to) {
        double[] values = series.rows(from, to).toArray();
        BitSet filled = new BitSet();
        for (int t = from; t < to; t++) {
            for (int s = 0; s < 2; s++) {
                int before = t;
                while (before >= 0 && !series.observed(before, s)) {
                    before--;
                }
                int cell = (t - from) * 2 + s;
                filled.set(cell, before < t);
                values[cell] = before < 0 ? 0 : series.value(before, s);
            }
        }
        SeriesSet whole = SeriesSet.of(series.time().slice(from, to), variables(), values);
        return new FilledSeries(whole, whole, whole, 0.8, filled);
    }

    @Override
    public Map<String, Object> provenance() {
        return Map.of("name", name);
    }

    @Override
    public void save(Path file) {
        throw new UnsupportedOperationException("a test needs none");
    }

    @Override
    public void close() {
        // holds nothing
    }
}
