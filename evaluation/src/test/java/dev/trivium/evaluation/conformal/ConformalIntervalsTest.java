package dev.trivium.evaluation.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.evaluation.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConformalIntervalsTest {

    private static double[] normals(SplittableRandom random, int n) {
        return random.doubles(n).map(u -> Math.sqrt(2) * Math.log(u / (1 - u))).toArray(); // logistic: heavier tails than normal
    }

    @ParameterizedTest
    @CsvSource({"19, 0.95, 19", "20, 0.95, 20", "39, 0.95, 38", "9, 0.9, 9", "4, 0.8, 4", "99, 0.8, 80", "1, 0.5, 1"})
    void theRankIsThatOfOneMorePoint(int n, double share, int rank) {
        double[] errors = new double[n];
        Arrays.setAll(errors, i -> n - i); // 1 to n, from above
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(new double[n], errors), List.of(share), Tails.TOGETHER);
        assertEquals(new Interval(-rank, rank), intervals.interval(share, 0));
    }

    @Test
    void bothTailsAreThoseOfAPlainLoop() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 200; run++) {
            int n = 39 + random.nextInt(200);
            double[] said = normals(random, n);
            double[] came = normals(random, n);
            ConformalIntervals together = ConformalIntervals.fit(CalibrationPoints.of(said, came), List.of(0.8, 0.95), Tails.TOGETHER);
            ConformalIntervals apart = ConformalIntervals.fit(CalibrationPoints.of(said, came), List.of(0.8, 0.95), Tails.APART);
            for (double share : List.of(0.8, 0.95)) {
                assertEquals(smallest(errors(said, came, 0), share), together.offsets(share).high());
                assertEquals(-smallest(errors(said, came, 0), share), together.offsets(share).low());
                assertEquals(smallest(errors(said, came, 1), (1 + share) / 2), apart.offsets(share).high());
                assertEquals(-smallest(errors(said, came, -1), (1 + share) / 2), apart.offsets(share).low());
            }
        }
    }

    private static double[] errors(double[] said, double[] came, int sign) {
        double[] errors = new double[said.length];
        Arrays.setAll(errors, i -> sign == 0 ? Math.abs(came[i] - said[i]) : sign * (came[i] - said[i]));
        return errors;
    }

    /** The smallest score that holds at least that share of n + 1, counted one by one. */
    private static double smallest(double[] scores, double share) {
        double best = Double.POSITIVE_INFINITY;
        for (double candidate : scores) {
            int held = 0;
            for (double score : scores) {
                held += score <= candidate ? 1 : 0;
            }
            if (held >= (scores.length + 1) * share - 1e-9 && candidate < best) {
                best = candidate;
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource
    void exchangeableErrorsFallInsideWithTheStatedShare(Tails tails) {
        SplittableRandom random = new SplittableRandom(7);
        for (double share : List.of(0.8, 0.95)) {
            int inside = 0;
            int runs = 4000;
            for (int run = 0; run < runs; run++) {
                double[] came = normals(random, 60);
                ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(new double[60], came), List.of(share), tails);
                Offsets offsets = intervals.offsets(share);
                double next = normals(random, 1)[0];
                inside += offsets.low() <= next && next <= offsets.high() ? 1 : 0;
            }
            double found = (double) inside / runs;
            assertTrue(found > share - 0.02 && found < share + 0.04, tails + " " + share + ": " + found); // 1/61 above at most, and chance
        }
    }

    @Test
    void tiesHoldAtLeastTheShare() {
        double[] came = new double[100];
        Arrays.fill(came, 0, 85, 1);
        Arrays.fill(came, 85, 100, 2);
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(new double[100], came), List.of(0.8, 0.9), Tails.TOGETHER);
        assertEquals(1, intervals.offsets(0.8).high());
        assertEquals(2, intervals.offsets(0.9).high());
    }

    @Test
    void quantilesAreCorrectedAsRomanoEtAlDo() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 300;
        double[] spread = random.doubles(n, 0.5, 5).toArray();
        double[] came = normals(random, n);
        Arrays.setAll(came, i -> came[i] * spread[i]);
        double[][] low = {new double[n]};
        double[][] high = {new double[n]};
        Arrays.setAll(low[0], i -> -spread[i]); // far too narrow for 90 %
        Arrays.setAll(high[0], i -> spread[i]);
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.ofQuantiles(low, high, came), List.of(0.9), Tails.TOGETHER);
        double[] scores = new double[n];
        Arrays.setAll(scores, i -> Math.max(low[0][i] - came[i], came[i] - high[0][i]));
        double reach = smallest(scores, 0.9);
        assertEquals(new Offsets(-reach, reach), intervals.offsets(0.9));
        assertEquals(new Interval(-1 - reach, 2 + reach), intervals.offsets(0.9).around(-1, 2, 1));
        double[][] wide = {Arrays.stream(low[0]).map(v -> 50 * v).toArray()};
        double[][] wideHigh = {Arrays.stream(high[0]).map(v -> 50 * v).toArray()};
        Offsets shrinks = ConformalIntervals.fit(CalibrationPoints.ofQuantiles(wide, wideHigh, came), List.of(0.9), Tails.TOGETHER).offsets(0.9);
        assertTrue(shrinks.high() < 0, "quantiles that are too wide move inwards");
        assertEquals(new Interval(0.5, 0.5), new Offsets(3, -3).around(0, 1, 1), "ends that would cross meet in the middle");
    }

    @Test
    void anIntervalAroundAPointHoldsThePoint() {
        assertEquals(new Interval(5, 9), new Offsets(1, 2).around(5, 5, 2));
        assertEquals(new Interval(1, 5), new Offsets(-2, -1).around(5, 5, 2));
    }

    @Test
    void aGroupHasAReachOfItsOwnIfItHasEnoughPoints() {
        double[] came = new double[150];
        int[] group = new int[150];
        for (int i = 0; i < 150; i++) {
            group[i] = i < 100 ? 0 : i < 140 ? 1 : 2;
            came[i] = (group[i] + 1) * (1 + i % 10);
        }
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(new double[150], came).inGroups(group), List.of(0.8),
                Tails.TOGETHER, List.of("calm", "wild", "rare", "never"), 40);
        assertEquals("calm", intervals.reachOf(0));
        assertEquals("wild", intervals.reachOf(1));
        assertEquals("all", intervals.reachOf(2));
        assertEquals("all", intervals.reachOf(3));
        assertEquals(List.of(100, 40, 10, 0), List.of(intervals.points(0), intervals.points(1), intervals.points(2), intervals.points(3)));
        assertEquals(9, intervals.offsets(0.8, 0).high()); // the 81st of 100
        assertEquals(18, intervals.offsets(0.8, 1).high()); // the 33rd of 40
        assertEquals(intervals.offsets(0.8), intervals.offsets(0.8, 2));
        assertEquals(150, intervals.points());
    }

    @Test
    void scalesAreDividedOutAndMultipliedIn() {
        double[] said = {1, 2, 3, 4};
        double[] came = {2, 4, 6, 8};
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(said, came).scaledBy(said), List.of(0.8), Tails.TOGETHER);
        assertEquals(new Interval(-10, 30), intervals.offsets(0.8).around(10, 10, 20));
    }

    @Test
    void tooFewPointsAreRefusedAndNeverInfinite() {
        assertEquals(19, Tails.TOGETHER.fewest(0.95));
        assertEquals(39, Tails.APART.fewest(0.95));
        refuses("calibration must have at least 19 points for intervals of 0.95 with tails together, got 18",
                () -> ConformalIntervals.fit(CalibrationPoints.of(new double[18], new double[18]), List.of(0.8, 0.95), Tails.TOGETHER));
        refuses("calibration must have at least 39 points for intervals of 0.95 with tails apart, got 38",
                () -> ConformalIntervals.fit(CalibrationPoints.of(new double[38], new double[38]), List.of(0.95), Tails.APART));
        refuses("calibration must have at least 2147483647 points for intervals of 0.9999999999999999 with tails together, got 5",
                () -> ConformalIntervals.fit(CalibrationPoints.of(new double[5], new double[5]), List.of(0.9999999999999999), Tails.TOGETHER));
    }

    @Test
    void whatIsNotANumberIsRefusedWithItsPlace() {
        refuses("estimates must be finite, got NaN at point 1", () -> CalibrationPoints.of(new double[] {1, Double.NaN}, new double[2]));
        refuses("values must be finite, got Infinity at point 0",
                () -> CalibrationPoints.of(new double[1], new double[] {Double.POSITIVE_INFINITY}));
        refuses("estimates must hold a number for each of 2 points, got 1", () -> CalibrationPoints.of(new double[1], new double[2]));
        refuses("low must be at most high, got 1.0 and 0.0 at point 0",
                () -> CalibrationPoints.ofQuantiles(new double[][] {{1}}, new double[][] {{0}}, new double[1]));
        refuses("scale must be above 0 for every point, got 0.0",
                () -> CalibrationPoints.of(new double[1], new double[1]).scaledBy(new double[1]));
        refuses("groups must hold a number of at least 0 for each of 1 points, got [-1]",
                () -> CalibrationPoints.of(new double[1], new double[1]).inGroups(new int[] {-1}));
        refuses("errors must be finite, got -Infinity at point 0", () -> ConformalIntervals.fit(
                CalibrationPoints.of(new double[] {-1e308}, new double[] {1e308}), List.of(0.5), Tails.TOGETHER));
        refuses("shares must rise within (0, 1), got [0.9, 0.8]",
                () -> ConformalIntervals.fit(CalibrationPoints.of(new double[99], new double[99]), List.of(0.9, 0.8), Tails.TOGETHER));
        refuses("groups must have different names, none of them \"all\", got [all]", () -> ConformalIntervals.fit(
                CalibrationPoints.of(new double[99], new double[99]), List.of(0.9), Tails.TOGETHER, List.of("all"), 1));
        refuses("groups of points must be below 1, got 2 at point 0", () -> ConformalIntervals.fit(
                CalibrationPoints.of(new double[9], new double[9]).inGroups(new int[] {2, 0, 0, 0, 0, 0, 0, 0, 0}), List.of(0.5), Tails.TOGETHER,
                List.of("a"), 1));
    }

    private static void refuses(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    @Test
    void aDescriptionComesBackToTheLastBitThroughJson() throws JsonProcessingException {
        ConformalIntervals intervals = grouped();
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> read = json.readValue(json.writeValueAsString(intervals.description()), new TypeReference<>() {});
        ConformalIntervals again = ConformalIntervals.of(read);
        assertEquals(intervals.description(), again.description());
        for (double share : intervals.shares()) {
            assertEquals(intervals.offsets(share, 0), again.offsets(share, 0));
            assertEquals(intervals.offsets(share, 1), again.offsets(share, 1));
        }
        assertEquals(List.of("a", "b"), again.groups());
        assertEquals(Tails.APART, again.tails());
        assertEquals("all", again.reachOf(1));
    }

    private static ConformalIntervals grouped() {
        SplittableRandom random = new SplittableRandom(5);
        int[] groups = new int[90];
        Arrays.fill(groups, 80, 90, 1);
        return ConformalIntervals.fit(CalibrationPoints.of(normals(random, 90), normals(random, 90)).inGroups(groups), List.of(0.8, 0.95),
                Tails.APART, List.of("a", "b"), 40);
    }

    @Test
    void hostileDescriptionsAreRefusedByName() {
        hostile("intervals must have the entries [all, groups, shares, tails], got [tails, shares, groups]", map -> map.remove("all"));
        hostile("tails must be together or apart, got both", map -> map.put("tails", "both"));
        hostile("shares must be a list, got 0.8", map -> map.put("shares", 0.8));
        hostile("shares shares must rise within (0, 1), got [0.8, 0.8]", map -> map.put("shares", List.of(0.8, 0.8)));
        hostile("shares must hold finite numbers only, got NaN", map -> map.put("shares", List.of(Double.NaN)));
        hostile("groups must be an object, got 3", map -> map.put("groups", List.of(3)));
        hostile("groups groups must have different names, none of them \"all\", got [a, a]", map -> rename(map, "a"));
        hostile("all must be an object, got x", map -> map.put("all", "x"));
        hostile("all points must be a whole number of at least 0, got -1", map -> all(map).put("points", -1));
        hostile("all points must be at least 39 for the shares, got 38", map -> all(map).put("points", 38));
        hostile("all low must hold finite numbers only, got null", map -> all(map).put("low", Arrays.asList(1.0, null)));
        hostile("all low and high must have a number for each of 2 shares, got 1 and 2", map -> all(map).put("low", List.of(1.0)));
        hostile("all all must have the entries [high, low, points], got [points, low, high, more]", map -> all(map).put("more", 1));
        hostile("shares must be there", map -> map.put("shares", null));
    }

    private static void hostile(String message, Consumer<Map<String, Object>> change) {
        Map<String, Object> map = new LinkedHashMap<>(grouped().description());
        map.put("all", new LinkedHashMap<>(all(map)));
        change.accept(map);
        refuses(message, () -> ConformalIntervals.of(map));
    }

    @SuppressWarnings("unchecked") // written so by description()
    private static Map<String, Object> all(Map<String, Object> map) {
        return (Map<String, Object>) map.get("all");
    }

    private static void rename(Map<String, Object> map, String name) {
        List<Object> groups = new ArrayList<>();
        for (Object one : (List<?>) map.get("groups")) {
            Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) one);
            copy.put("name", name);
            groups.add(copy);
        }
        map.put("groups", groups);
    }

    @Test
    void whatWasNotAskedForIsRefused() {
        refuses("share must be one of [0.8, 0.95], got 0.9", () -> grouped().offsets(0.9));
        refuses("group must be in [0, 2), got 2", () -> grouped().offsets(0.8, 2));
    }
}
