package dev.trivium.reproduce.timetracker.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * One part of an openly licensed set.
 *
 * @param name    name in the catalogue
 * @param licence licence as the catalogue has it
 * @param files   names and checksums of the files read
 * @param series  the series, NaN where missing; of one length only within a file
 */
record OpenSet(String name, String licence, List<String> files, List<float[]> series) {

    /** Share of a file's rows that training sees; the rest is for validation. */
    static final double TRAINING = 0.8;
    private static final double LEAST_OBSERVED = 0.5;

    /** {@return the first 80 % of the rows, without series that are half missing or constant there} */
    OpenSet training() {
        return part(series.stream().map(x -> Arrays.copyOfRange(x, 0, border(x))).toList());
    }

    /** {@return the last 20 % of the rows, without series that are half missing or constant there} */
    OpenSet validation() {
        return part(series.stream().map(x -> Arrays.copyOfRange(x, border(x), x.length)).toList());
    }

    private static int border(float[] x) {
        return (int) (TRAINING * x.length);
    }

    private OpenSet part(List<float[]> parts) {
        return new OpenSet(name, licence, files, parts.stream().filter(x -> usable(x, LEAST_OBSERVED)).toList());
    }

    /** {@return whether at least a share of the values is there, and two of them differ} */
    static boolean usable(float[] x, double least) {
        int observed = 0;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : x) {
            if (!Float.isNaN(value)) {
                observed++;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return observed >= least * x.length && high > low;
    }
}
