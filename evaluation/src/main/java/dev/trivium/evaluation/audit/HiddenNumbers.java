package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a method must not hold: the values that only hidden cells have, and means and deviations over more than the training rows.
 */
public final class HiddenNumbers {

    private static final int FEWEST = 16;
    private static final double SHARE = 0.02;
    private static final double CLOSE = 1e-9;
    private static final double ROUND = 1000;
    private final Set<Long> values;
    private final Set<Long> pairs;
    private final List<Statistics> statistics;

    private HiddenNumbers(Set<Long> values, Set<Long> pairs, List<Statistics> statistics) {
        this.values = values;
        this.pairs = pairs;
        this.statistics = statistics;
    }

    /** Mean and deviations, by n and by n - 1, of a column over more than the training rows. */
    private record Statistics(String name, double mean, double deviation, double sampleDeviation) {}

    /**
     * {@return the numbers of cells that must not be seen, without those that cells which may be seen have too}
     *
     * @param rows   with the truth
     * @param secret whether a cell must not be seen, by (row, column) row-major
     */
    public static HiddenNumbers of(SeriesRows rows, boolean[] secret) {
        Set<Long> values = new HashSet<>();
        Set<Long> pairs = new HashSet<>();
        collect(rows, secret, true, values, pairs);
        Set<Long> openValues = new HashSet<>();
        Set<Long> openPairs = new HashSet<>();
        collect(rows, secret, false, openValues, openPairs);
        values.removeAll(openValues);
        pairs.removeAll(openPairs);
        return new HiddenNumbers(values, pairs, statistics(rows));
    }

    private static void collect(SeriesRows rows, boolean[] secret, boolean wanted, Set<Long> values, Set<Long> pairs) {
        int width = rows.width();
        for (int t = 0; t < rows.rows(); t++) {
            for (int s = 0; s < width; s++) {
                double value = rows.value(t, s);
                if (rows.part(t) == RowPart.NONE || Double.isNaN(value)) {
                    continue;
                }
                boolean here = secret[t * width + s];
                if (here == wanted) {
                    values.add(bits(value));
                }
                if (t + 1 < rows.rows() && (here || secret[(t + 1) * width + s]) == wanted && rows.value(t + 1, s) != value) {
                    pairs.add(pair(value, rows.value(t + 1, s)));
                }
                if (s + 1 < width && (here || secret[t * width + s + 1]) == wanted && rows.value(t, s + 1) != value) {
                    pairs.add(pair(value, rows.value(t, s + 1)));
                }
            }
        }
    }

    /** Over all rows, and over those up to the last of a part; without numbers so round that anything may hold them, such as 0.5 and 0.5. */
    private static List<Statistics> statistics(SeriesRows rows) {
        List<Statistics> statistics = new ArrayList<>();
        for (int end : new LinkedHashSet<>(List.of(rows.used(), rows.rows()))) {
            for (int s = 0; s < rows.width(); s++) {
                ColumnScale scale = ColumnScale.of(rows, s, end);
                boolean tells = scale.trained() > 1 && scale.deviation() > 0 && Math.abs(scale.mean() - scale.trainMean()) > 1e-6 * scale.deviation()
                        && !(isRound(scale.mean()) && isRound(scale.deviation()));
                if (tells) {
                    statistics.add(new Statistics(rows.name(s), scale.mean(), scale.deviation(),
                            scale.deviation() * Math.sqrt(scale.count() / (scale.count() - 1.0))));
                }
            }
        }
        return statistics;
    }

    private static boolean isRound(double value) {
        return Math.abs(value * ROUND - Math.rint(value * ROUND)) < 1e-9;
    }

    private static long bits(double value) {
        return Double.doubleToLongBits((float) value + 0.0); // what is kept as float is told too
    }

    private static long pair(double first, double second) {
        return bits(first) * 0x9E3779B97F4A7C15L + bits(second);
    }

    /**
     * {@return what an object's numbers have of these, in words; empty if nothing}
     *
     * @param anywhere whether single values count; else only neighbours in the data that are neighbours in an array, for what a model has learnt
     *                 from rounded data may agree with single values by chance
     */
    public List<String> in(List<double[]> held, boolean anywhere) {
        List<String> found = new ArrayList<>();
        Set<Long> met = new HashSet<>();
        Set<Long> metPairs = new HashSet<>();
        for (double[] array : held) {
            for (int i = 0; i < array.length; i++) {
                if (anywhere && values.contains(bits(array[i]))) {
                    met.add(bits(array[i]));
                }
                if (i > 0 && pairs.contains(pair(array[i - 1], array[i]))) {
                    metPairs.add(pair(array[i - 1], array[i]));
                }
            }
        }
        if (enough(met, values) || enough(metPairs, pairs)) {
            found.add(enough(metPairs, pairs)
                    ? String.format(Locale.ROOT, "holds %,d of %,d pairs of neighbouring values with one that it must not see", metPairs.size(), pairs.size())
                    : String.format(Locale.ROOT, "holds %,d of the %,d values that only cells have which it must not see", met.size(), values.size()));
        }
        @Nullable String scaler = scaler(held);
        if (scaler != null) {
            found.add(scaler);
        }
        return found;
    }

    private static boolean enough(Set<Long> met, Set<Long> all) {
        return met.size() >= FEWEST && met.size() >= SHARE * all.size();
    }

    private @Nullable String scaler(List<double[]> held) {
        double[] all = held.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
        for (Statistics wanted : statistics) {
            if (has(all, wanted.mean) && (has(all, wanted.deviation) || has(all, wanted.sampleDeviation))) {
                return String.format(Locale.ROOT, "holds the mean %.6g and the standard deviation %.6g of %s over all rows, test rows included", wanted.mean,
                        wanted.deviation, wanted.name);
            }
        }
        return null;
    }

    private static boolean has(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value - Math.abs(value) * CLOSE);
        int from = at < 0 ? -at - 1 : at;
        boolean close = from < sorted.length && sorted[from] <= value + Math.abs(value) * CLOSE;
        return close || Arrays.binarySearch(sorted, (double) (float) value) >= 0; // what is kept as float is told too
    }
}
