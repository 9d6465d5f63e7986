package dev.trivium.timeseries.baseline;

/** Limits of look-back and horizon that all baselines share. */
final class Lengths {

    static final int MOST = 100_000;

    private Lengths() {}

    static void check(int least, int lookback, int horizon) {
        between("lookback", least, MOST, lookback);
        between("horizon", 1, MOST, horizon);
    }

    static void between(String name, int least, int most, int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", got " + value);
        }
    }
}
