package dev.trivium.evaluation.conformal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The offsets of one group, one for each share; none where it had too few points. */
record GroupReach(int points, List<Offsets> offsets) {

    GroupReach {
        offsets = List.copyOf(offsets);
    }

    static GroupReach none(int points) {
        return new GroupReach(points, List.of());
    }

    static GroupReach of(CalibrationPoints points, int[] members, List<Double> shares, Tails tails) {
        List<Offsets> offsets = new ArrayList<>();
        for (int q = 0; q < shares.size(); q++) {
            int share = q;
            double[] below = IntStream.of(members).mapToDouble(i -> points.below(share, i)).toArray();
            double[] above = IntStream.of(members).mapToDouble(i -> points.above(share, i)).toArray();
            offsets.add(offsets(below, above, shares.get(q), tails));
        }
        return new GroupReach(members.length, offsets);
    }

    private static Offsets offsets(double[] below, double[] above, double share, Tails tails) {
        if (tails == Tails.APART) {
            return new Offsets(-FiniteSample.quantile(below, tails.inside(share)), FiniteSample.quantile(above, tails.inside(share)));
        }
        double[] worse = IntStream.range(0, below.length).mapToDouble(i -> Math.max(below[i], above[i])).toArray();
        double reach = FiniteSample.quantile(worse, tails.inside(share));
        return new Offsets(-reach, reach);
    }

    boolean isOwn() {
        return !offsets.isEmpty();
    }
}
