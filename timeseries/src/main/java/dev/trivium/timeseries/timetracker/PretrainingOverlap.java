package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.timeseries.Forecaster;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a model's pre-training saw the series that it is scored on. Which sets it saw is what its weights tell of their sources; whether a series is
 * one of them is told by its values, from {@linkplain SeriesSketch sketches} of these sets inside the module.
 */
public final class PretrainingOverlap {

    /** The file with the sketches, beside this class. */
    public static final String FILE = "pretraining.sketch";

    private static final int FEWEST = 5;
    private final Set<String> sets;
    private final Map<String, SeriesSketch> sketches;

    private PretrainingOverlap(Set<String> sets, Map<String, SeriesSketch> sketches) {
        this.sets = sets;
        this.sketches = sketches;
    }

    /** {@return what is known of a model's pre-training; empty for one without} */
    public static Optional<PretrainingOverlap> of(Forecaster fitted) {
        Map<String, Object> provenance = fitted.provenance();
        if (!provenance.containsKey("weights") && !provenance.containsKey("start") && !provenance.containsKey("sources")) {
            return Optional.empty();
        }
        Set<String> sets = new TreeSet<>();
        collect(provenance, sets);
        return Optional.of(new PretrainingOverlap(sets, sketches()));
    }

    private static void collect(Object value, Set<String> sets) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if ("openSets".equals(key) && inner instanceof List<?> list) {
                    list.forEach(set -> sets.add(set instanceof Map<?, ?> about ? String.valueOf(about.get("name")) : String.valueOf(set)));
                } else if (inner != null) {
                    collect(inner, sets);
                }
            });
        } else if (value instanceof List<?> list) {
            list.stream().filter(java.util.Objects::nonNull).forEach(inner -> collect(inner, sets));
        }
    }

    private static Map<String, SeriesSketch> sketches() {
        Map<String, SeriesSketch> sketches = new LinkedHashMap<>();
        try (InputStream file = PretrainingOverlap.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return sketches;
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(file));
            for (int left = in.readInt(); left > 0; left--) {
                SeriesSketch sketch = SeriesSketch.read(in);
                sketches.put(sketch.name(), sketch);
            }
            return sketches;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " inside the module must be readable", e);
        }
    }

    /** {@return what is looked at} */
    public String looked() {
        return "values beside the measured series that pre-training saw: " + (sets.isEmpty() ? "none" : String.join(", ", sets));
    }

    /** {@return the sets of which nothing is known here but the name} */
    public List<String> unknown() {
        return sets.stream().filter(name -> !sketches.containsKey(name)).toList();
    }

    /** {@return the pre-training sets that values of the series are from; empty if there are none} */
    public List<String> found(Split split) {
        SeriesSet series = split.test().series();
        List<String> found = new ArrayList<>();
        for (String name : sets) {
            SeriesSketch sketch = sketches.get(name);
            SeriesSketch.Match all = new SeriesSketch.Match(0, 0);
            SeriesSketch.Match test = new SeriesSketch.Match(0, 0);
            for (int s = 0; sketch != null && s < series.width(); s++) {
                double[] column = series.column(s);
                all = all.plus(sketch.match(column, 0, column.length));
                test = test.plus(sketch.match(column, split.test().from(), split.test().to()));
            }
            if (all.met() >= FEWEST) {
                found.add(String.format(Locale.ROOT, "saw %s in pre-training: %,d of %,d sampled blocks of these series are from there, %,d of %,d of the test rows'",
                        name, all.met(), all.sampled(), test.met(), test.sampled()));
            }
        }
        return found;
    }
}
