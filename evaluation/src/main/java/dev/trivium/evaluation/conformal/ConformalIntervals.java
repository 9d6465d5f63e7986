package dev.trivium.evaluation.conformal;

import dev.trivium.evaluation.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far intervals must reach from what a method says, by group: the finite-sample quantile ceil((n + 1) share) of its errors on calibration
 * points. Immutable.
 *
 * <pre>{@code
 * ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(said, came), List.of(0.8, 0.95), Tails.TOGETHER);
 * Interval next = intervals.interval(0.8, 12.5);
 * }</pre>
 */
public final class ConformalIntervals {

    /** The name of the reach that groups with too few points fall back to. */
    public static final String ALL = "all";

    private final Tails tails;
    private final List<Double> shares;
    private final List<String> names;
    private final List<GroupReach> groups;
    private final GroupReach all;

    ConformalIntervals(Tails tails, List<Double> shares, List<String> names, List<GroupReach> groups, GroupReach all) {
        this.tails = tails;
        this.shares = List.copyOf(shares);
        this.names = List.copyOf(names);
        this.groups = List.copyOf(groups);
        this.all = all;
    }

    /**
     * Learns from points without groups.
     *
     * @param shares of truths inside, rising within (0, 1)
     * @throws IllegalArgumentException if there are fewer points than {@link Tails#fewest} of the largest share
     */
    public static ConformalIntervals fit(CalibrationPoints points, List<Double> shares, Tails tails) {
        return fit(points, shares, tails, List.of(), Integer.MAX_VALUE);
    }

    /**
     * Learns from points in groups.
     *
     * @param groups their names, by number; all different
     * @param fewest points that a group must have for a reach of its own, and at least {@link Tails#fewest} of the largest share; the others
     *     take that of all points
     * @throws IllegalArgumentException if there are too few points even together
     */
    public static ConformalIntervals fit(CalibrationPoints points, List<Double> shares, Tails tails, List<String> groups, int fewest) {
        List<Double> checked = Shares.require(shares);
        points.requireShares(checked.size());
        requireDifferent(groups);
        double largest = checked.get(checked.size() - 1);
        int needed = tails.fewest(largest);
        if (points.size() < needed) {
            throw new IllegalArgumentException("calibration must have at least " + needed + " points for intervals of " + largest
                    + " with tails " + tails.word() + ", got " + points.size());
        }
        int[][] members = members(points, groups.size());
        List<GroupReach> own = new ArrayList<>();
        for (int[] group : members) {
            own.add(group.length < Math.max(needed, fewest) ? GroupReach.none(group.length) : GroupReach.of(points, group, checked, tails));
        }
        return new ConformalIntervals(tails, checked, groups, own,
                GroupReach.of(points, IntStream.range(0, points.size()).toArray(), checked, tails));
    }

    static void requireDifferent(List<String> names) {
        if (names.contains(ALL) || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("groups must have different names, none of them \"" + ALL + "\", got " + Described.shown(names));
        }
    }

    private static int[][] members(CalibrationPoints points, int groups) {
        int[] counts = new int[groups];
        for (int i = 0; groups > 0 && i < points.size(); i++) {
            if (points.group(i) >= groups) {
                throw new IllegalArgumentException("groups of points must be below " + groups + ", got " + points.group(i) + " at point " + i);
            }
            counts[points.group(i)]++;
        }
        int[][] members = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int i = 0; groups > 0 && i < points.size(); i++) {
            int group = points.group(i);
            members[group][counts[group]++] = i;
        }
        return members;
    }

    /** {@return the shares that intervals are given for, rising} */
    public List<Double> shares() {
        return shares;
    }

    /** {@return how misses are counted} */
    public Tails tails() {
        return tails;
    }

    /** {@return the names of the groups; empty where there are none} */
    public List<String> groups() {
        return names;
    }

    /** {@return how many calibration points there were} */
    public int points() {
        return all.points();
    }

    /** {@return how many calibration points a group had} */
    public int points(int group) {
        return groups.get(group).points();
    }

    /** {@return whose reach a group takes: its own name, or {@value #ALL}} */
    public String reachOf(int group) {
        return groups.get(group).isOwn() ? names.get(group) : ALL;
    }

    /** {@return how far the ends move for points of a group} */
    public Offsets offsets(double share, int group) {
        if (group < 0 || group >= groups.size()) {
            throw new IllegalArgumentException("group must be in [0, " + groups.size() + "), got " + group);
        }
        GroupReach own = groups.get(group);
        return (own.isOwn() ? own : all).offsets().get(Shares.index(shares, share));
    }

    /** {@return how far the ends move for points of no group, or of one that calibration did not know} */
    public Offsets offsets(double share) {
        return all.offsets().get(Shares.index(shares, share));
    }

    /** {@return the interval around one estimate, for points without groups and scales} */
    public Interval interval(double share, double estimate) {
        return offsets(share).around(estimate, estimate, 1);
    }

    /** {@return as JSON-like values, from which {@link #of} makes the same again, to the last bit} */
    public Map<String, Object> description() {
        return IntervalDescription.write(tails, shares, names, groups, all);
    }

    /**
     * {@return what {@link #description} described}
     *
     * @throws IllegalArgumentException if an entry is missing, unknown, or out of range; the message names it
     */
    public static ConformalIntervals of(Map<String, Object> description) {
        return IntervalDescription.read(description);
    }
}
