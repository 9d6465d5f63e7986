package dev.trivium.reproduce.timetracker.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/** Draws of the families in their shares, disturbed, mixed and observed. Has no state; thread-safe. */
final class SyntheticSeries {

    /** Share of the draws that are a weighted sum of two, as TSMixup (Ansari et al., Chronos, 2024). */
    static final double MIXED = 0.08;
    static final double DISTURBED = 0.3;
    static final double WARPED = 0.05;
    static final double ENVELOPED = 0.06;
    static final double BENT = 0.05;

    /** The kinds of drawn series. Shares sum to one; {@code pure} ones stay as they are. */
    enum Kind {
        SEASONAL(0.40, false, new SeasonalFamily()),
        WEATHER(0.10, false, new WeatherFamily()),
        COUNTS(0.08, false, new CountFamily()),
        KERNELS(0.10, false, new KernelFamily()),
        ARMA(0.06, false, new ArmaFamily()),
        RANDOM_WALK(0.07, true, PureFamilies::walk),
        WHITE_NOISE(0.06, true, PureFamilies::white),
        PRICES(0.02, true, PureFamilies::price),
        EPIDEMIC(0.05, false, new EpidemicFamily()),
        SWITCHING(0.03, false, new SwitchFamily()),
        TREND(0.03, false, new TrendFamily());

        final double share;
        final boolean pure;
        final Family family;

        Kind(double share, boolean pure, Family family) {
            this.share = share;
            this.pure = pure;
            this.family = family;
        }
    }

    private static final Kind[] KINDS = Kind.values();
    private static final double[] SHARES = shares();

    private SyntheticSeries() {}

    private static double[] shares() {
        double[] shares = new double[KINDS.length];
        for (Kind kind : KINDS) {
            shares[kind.ordinal()] = kind.share;
        }
        return shares;
    }

    static void draw(Dice dice, float[] values) {
        Kind kind = KINDS[dice.among(SHARES)];
        double[] x = whole(dice, kind, values.length);
        if (!kind.pure && dice.chance(MIXED)) {
            double share = dice.uniform(0.15, 0.85);
            double[] other = whole(dice, KINDS[dice.among(SHARES)], values.length);
            for (int t = 0; t < x.length; t++) {
                x[t] = share * x[t] + (1 - share) * other[t];
            }
            Paths.standardise(x);
        }
        Observation.write(dice, x, values);
    }

    /** {@return one family's draw with what disturbs it, standardised} */
    static double[] whole(Dice dice, Kind kind, int length) {
        double[] x = Paths.standardise(kind.family.draw(dice, length));
        if (kind.pure) {
            return x;
        }
        if (dice.chance(WARPED)) {
            x = Warp.time(dice, x);
        }
        if (dice.chance(ENVELOPED)) {
            Warp.envelope(dice, x);
        }
        if (dice.chance(BENT)) {
            Warp.bend(dice, x);
            Paths.standardise(x);
        }
        if (dice.chance(DISTURBED)) {
            Disturbance.apply(dice, x);
        }
        return Paths.standardise(x);
    }

    static Map<String, Object> describe() {
        Map<String, Object> families = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            families.put(kind.name(), kind.share);
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("families", families);
        about.put("mixed", MIXED);
        about.put("disturbed", DISTURBED);
        about.put("warped", WARPED);
        about.put("enveloped", ENVELOPED);
        about.put("bent", BENT);
        about.put("withGaps", Observation.MISSING_CHANCE);
        about.put("lateStart", Observation.LATE_CHANCE);
        return about;
    }
}
