package dev.trivium.imputation.interval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Signed residuals of hidden cells in scales of their series. A third of the cells is kept apart for the factors of the series. */
final class Residuals {

    /** Fewer cells than this are no group of their own: both tails of 95 % need 39. */
    static final int ENOUGH = 80;

    /** Cells whose worth a factor of 1 has. */
    private static final double SHRINK = 20;

    private static final double MOST = 1e100; // sums stay finite, whatever the scale

    private record Cell(int series, int group, double residual) {}

    private final List<Cell> forFactors = new ArrayList<>();
    private final List<Cell> forBounds = new ArrayList<>();
    private final BitSet apart;
    private final List<BitSet> seen = Stream.generate(BitSet::new).limit(GapSteps.GROUPS).toList(); // by group

    Residuals(int cells, SplittableRandom random) {
        apart = new BitSet(cells);
        for (int i = 0; i < cells; i++) {
            apart.set(i, random.nextInt(3) == 0);
        }
    }

    /** Adds a residual, unless this cell is in the group already. */
    void add(int cell, int series, int group, double residual) {
        if (!seen.get(group).get(cell)) {
            seen.get(group).set(cell);
            (apart.get(cell) ? forFactors : forBounds).add(new Cell(series, group, Math.max(-MOST, Math.min(MOST, residual))));
        }
    }

    /** To be called after the last {@link #add}: what is too little to be parted is not. */
    void settle() {
        if (forBounds.size() < ENOUGH) {
            forBounds.addAll(forFactors);
            forFactors.clear();
        }
    }

    boolean isEmpty() {
        return forBounds.isEmpty();
    }

    /** {@return for each series, how large its residuals are beside those of all series at the same distance; near 1 with few cells} */
    double[] factors(int width) {
        double[] sums = new double[GapSteps.GROUPS];
        int[] counts = new int[GapSteps.GROUPS];
        for (Cell cell : forFactors) {
            sums[cell.group] += Math.abs(cell.residual);
            counts[cell.group]++;
        }
        double[] factors = new double[width];
        double[] cells = new double[width];
        for (Cell cell : forFactors) {
            double mean = sums[cell.group] / counts[cell.group];
            factors[cell.series] += mean == 0 ? 1 : Math.abs(cell.residual) / mean;
            cells[cell.series]++;
        }
        for (int s = 0; s < width; s++) {
            factors[s] = (factors[s] + SHRINK) / (cells[s] + SHRINK);
        }
        return factors;
    }

    /** {@return the bounds of each group, in scales times factors} */
    List<Bounds> bounds(double[] factors, List<Double> levels) {
        List<Bounds> groups = new ArrayList<>();
        for (int g = 0; g < GapSteps.GROUPS; g++) {
            groups.add(Bounds.of(residuals(nearestLarge(g), factors), levels));
        }
        return groups;
    }

    /**
     * {@return the group itself if it is large; else the nearest large one of its kind, that of longer gaps if two are as near; for a loose end then
     * the nearest one inside gaps, beginning with the next longer; −1 for all cells}
     */
    private int nearestLarge(int group) {
        if (group < GapSteps.INSIDE) {
            return nearestLarge(group, 0, GapSteps.INSIDE);
        }
        int end = nearestLarge(group, GapSteps.INSIDE, GapSteps.GROUPS);
        return end >= 0 ? end : nearestLarge(group - GapSteps.INSIDE + 1, 0, GapSteps.INSIDE);
    }

    private int nearestLarge(int group, int first, int end) {
        for (int away = 0; away < end - first; away++) {
            if (group + away < end && large(group + away)) {
                return group + away;
            }
            if (group - away >= first && large(group - away)) {
                return group - away;
            }
        }
        return -1;
    }

    private boolean large(int group) {
        return forBounds.stream().filter(cell -> cell.group == group).limit(ENOUGH).count() == ENOUGH;
    }

    private double[] residuals(int group, double[] factors) {
        DoubleStream values = forBounds.stream().filter(cell -> group < 0 || cell.group == group)
                .mapToDouble(cell -> cell.residual / factors[cell.series]);
        return values.toArray();
    }
}
