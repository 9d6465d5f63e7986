package dev.trivium.molecular.featurize;

import java.awt.Color;

/** From white for nothing over yellow to a dark orange; lightness falls throughout, so the order shows in grey print and to all eyes. */
final class WeightColours {

    /** Number of steps above nothing. */
    static final int STEPS = 10;

    private static final int[][] STOPS = {{255, 255, 255}, {254, 227, 145}, {254, 153, 41}, {204, 76, 2}};

    private WeightColours() {}

    /** {@return the step of a weight in [0, 1]; 0 for nothing} */
    static int step(double weight) {
        return (int) Math.round(weight * STEPS);
    }

    /** {@return the colour of a step, between the nearest two stops} */
    static Color of(int step) {
        double place = (STOPS.length - 1.0) * step / STEPS;
        int stop = Math.min((int) place, STOPS.length - 2);
        int[] rgb = new int[3];
        for (int c = 0; c < rgb.length; c++) {
            rgb[c] = (int) Math.round(STOPS[stop][c] + (place - stop) * (STOPS[stop + 1][c] - STOPS[stop][c]));
        }
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
