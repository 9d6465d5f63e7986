package dev.trivium.timeseries.waverora;

/**
 * Behaviour of the published code that its paper does not state; {@link #published} reproduces the code.
 *
 * @param oneCycleFirstEpoch train the first epoch at 1/25 of the rate and with Adam's β₁ = 0.95 throughout: a one-cycle schedule is
 *     built and never stepped, and its constructor leaves these behind; otherwise β₁ = 0.9 and the full rate
 * @param reversedPositions rotary positions count from the last variate, p_i = M - 1 - i; otherwise from the first
 * @param projectedValues project the values with a linear map of their own (the paper's Fig. 3); the code uses V = Z
 * @param calendarChannels append hour, weekday, day of month and day of year as four channels (the code does so for Traffic only)
 */
public record Quirks(boolean oneCycleFirstEpoch, boolean reversedPositions, boolean projectedValues, boolean calendarChannels) {

    /** {@return the code's behaviour on all data sets but Traffic} */
    public static Quirks published() {
        return new Quirks(true, true, false, false);
    }

    /** {@return the same, but with the full rate from the first epoch on and β₁ = 0.9} */
    public Quirks withFullFirstEpoch() {
        return new Quirks(false, reversedPositions, projectedValues, calendarChannels);
    }

    /** {@return the same with calendar channels} */
    public Quirks withCalendar() {
        return new Quirks(oneCycleFirstEpoch, reversedPositions, projectedValues, true);
    }

    int[] positions(int variates) {
        int[] p = new int[variates];
        java.util.Arrays.setAll(p, i -> reversedPositions ? variates - 1 - i : i);
        return p;
    }
}
