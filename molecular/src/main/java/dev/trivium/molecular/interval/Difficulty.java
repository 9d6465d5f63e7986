package dev.trivium.molecular.interval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How large an error is to be expected: {@code constant + distance · d + spread · s}, with the distance d to the nearest training molecule and
 * the spread s of an ensemble, and at least {@code least}. All at least 0, so that a molecule further off is never thought easier.
 *
 * @param constant in the unit of the labels
 * @param distance for a distance of 1
 * @param spread   for a spread of 1
 * @param least    above 0
 */
record Difficulty(double constant, double distance, double spread, double least) {

    /** The same for all molecules. */
    static final Difficulty SAME = new Difficulty(1, 0, 0, 1);

    /** Fewer molecules than this say too little of what makes them difficult. */
    static final int FEWEST = 20;

    private static final double LEAST_SHARE = 0.2;
    private static final double SHRINK = 2; // as that many molecules at twice the mean distance whose errors do not grow
    private static final Set<String> ENTRIES = Set.of("constant", "distance", "spread", "least");

    Difficulty {
        for (double weight : new double[] {constant, distance, spread}) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("weights must be finite and at least 0, got " + constant + ", " + distance + " and " + spread);
            }
        }
        if (!(least > 0 && Double.isFinite(least))) {
            throw new IllegalArgumentException("least must be above 0 and finite, got " + least);
        }
    }

    double of(double d, double s) {
        return Math.max(least, Math.min(Double.MAX_VALUE, constant + distance * d + (spread == 0 ? 0 : spread * s)));
    }

    /**
     * Least squares of absolute errors under weights of at least 0, drawn towards the constant. To be learnt from molecules that are not those
     * of the calibration, which it would otherwise spoil.
     *
     * @param spreads NaN where there is none
     */
    static Difficulty fit(double[] errors, double[] distances, double[] spreads) {
        double mean = mean(errors);
        if (errors.length < FEWEST || !(mean > 0 && Double.isFinite(mean))) {
            return SAME;
        }
        double meanDistance = mean(distances);
        double meanSpread = mean(spreads);
        double[] d = deviations(distances, meanDistance);
        double[] s = deviations(spreads, meanSpread);
        double[] e = deviations(errors, mean);
        // errors / mean − 1 = a (d / mean − 1) + b (s / mean − 1), with a, b ≥ 0 and a + b ≤ 1
        double[] slopes = slopes(d, s, e);
        double a = meanDistance > 0 ? slopes[0] / meanDistance : 0;
        double b = meanSpread > 0 ? slopes[1] / meanSpread : 0;
        return new Difficulty(mean * Math.max(0, 1 - slopes[0] - slopes[1]), mean * a, mean * b, LEAST_SHARE * mean);
    }

    /** The best of the corners' interiors: both slopes, either, none; their sum is held to 1. */
    private static double[] slopes(double[] d, double[] s, double[] e) {
        double dd = dot(d, d) + SHRINK;
        double ss = dot(s, s) + SHRINK;
        double ds = dot(d, s);
        double de = dot(d, e);
        double se = dot(s, e);
        double determinant = dd * ss - ds * ds;
        double a = (ss * de - ds * se) / determinant;
        double b = (dd * se - ds * de) / determinant;
        if (a < 0 || b < 0) {
            double onlyA = Math.max(0, de / dd);
            double onlyB = Math.max(0, se / ss);
            boolean first = onlyA * de >= onlyB * se; // which lowers the squares more
            a = first ? onlyA : 0;
            b = first ? 0 : onlyB;
        }
        double sum = Math.max(1, a + b);
        return new double[] {a / sum, b / sum};
    }

    private static double[] deviations(double[] values, double mean) {
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = mean > 0 ? values[i] / mean - 1 : 0;
        }
        return deviations;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** NaN, and so no weight, if one is. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("constant", constant);
        map.put("distance", distance);
        map.put("spread", spread);
        map.put("least", least);
        return map;
    }

    static Difficulty parse(Object described) {
        if (!(described instanceof Map<?, ?> map) || !map.keySet().equals(ENTRIES)) {
            throw new IllegalArgumentException("difficulty must have the entries constant, distance, least and spread, got "
                    + TextStart.of(String.valueOf(described)));
        }
        List<Double> numbers = List.of("constant", "distance", "spread", "least").stream().map(name -> number(name, map.get(name))).toList();
        return new Difficulty(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static double number(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("difficulty must have a number for " + name + ", got " + TextStart.of(String.valueOf(value)));
    }
}
