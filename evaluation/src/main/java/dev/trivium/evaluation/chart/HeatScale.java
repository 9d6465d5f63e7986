package dev.trivium.evaluation.chart;

import java.util.Locale;

/** From pale to dark blue, evenly in lightness; 0 is pale, {@code top} and all above it dark. */
record HeatScale(double top) {

    private static final int[] STOPS = {0xF1F5F9, 0xB4D3E8, 0x56A3D0, 0x0072B2, 0x082F4E};
    private static final int SWATCHES = 5;

    /** {@return the scale whose top is the next tenth above a value} */
    static HeatScale upTo(double largest) {
        return new HeatScale(Math.max(0.1, Math.ceil(largest * 10 - 1e-9) / 10));
    }

    Ink ink(double value) {
        double at = Math.max(0, Math.min(1, value / top)) * (STOPS.length - 1);
        int low = Math.min(STOPS.length - 2, (int) at);
        double share = at - low;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long part = Math.round((STOPS[low] >> shift & 0xFF) * (1 - share) + (STOPS[low + 1] >> shift & 0xFF) * share);
            rgb |= (int) part << shift;
        }
        return Ink.solid(rgb);
    }

    Legend legend(String meaning) {
        Legend legend = new Legend();
        for (int i = 0; i < SWATCHES; i++) {
            double value = top * i / (SWATCHES - 1);
            legend.area((i == 0 ? meaning + " " : "") + String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", ""), ink(value));
        }
        return legend;
    }
}
