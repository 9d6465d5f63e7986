package dev.trivium.imputation.baseline;

/** Rules that look along time alone and learn nothing. */
enum TimeRule implements Rule {
    /** The training mean. */
    MEAN {
        @Override
        double at(StandardRows rows, int t, int s) {
            return 0;
        }
    },
    /** The last visible value; before the first, the next one. */
    LAST {
        @Override
        double at(StandardRows rows, int t, int s) {
            int before = rows.before(t, s);
            if (before >= 0) {
                return rows.at(before, s);
            }
            return rows.visible(s).length > 0 ? rows.at(0, s) : 0;
        }
    },
    /** The straight line between the visible values on either side. */
    LINEAR {
        @Override
        double at(StandardRows rows, int t, int s) {
            return rows.interpolated(t, s);
        }
    };

    abstract double at(StandardRows rows, int t, int s);

    @Override
    public double[] fill(StandardRows rows, int from, int to) {
        return rows.filled(from, to, (t, s) -> at(rows, t, s));
    }
}
