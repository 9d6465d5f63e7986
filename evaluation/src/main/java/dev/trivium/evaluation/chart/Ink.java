package dev.trivium.evaluation.chart;

import java.util.List;

/**
 * Colours of the pictures; series colours after Okabe and Ito (2008), "Color Universal Design", without their yellow, which is
 * too light for a line on white.
 *
 * @param rgb     0xRRGGBB
 * @param opacity from 0 (not seen) to 1
 */
record Ink(int rgb, double opacity) {

    static final Ink PAPER = solid(0xFFFFFF);
    static final Ink TEXT = solid(0x222222);
    static final Ink QUIET = solid(0x5F5F5F);
    static final Ink GRID = solid(0xE4E4E4);
    static final Ink FRAME = solid(0x9A9A9A);
    static final Ink HISTORY = solid(0x4A4A4A);
    static final Ink BLUE = solid(0x0072B2);
    static final Ink VERMILION = solid(0xD55E00);
    static final Ink BAND = new Ink(0x56B4E9, 0.35);

    /** Colours of lines, in the order of use. */
    static final List<Ink> LINES = List.of(BLUE, VERMILION, solid(0x009E73), solid(0xCC79A7), solid(0xE69F00),
            solid(0x56B4E9), solid(0x000000));

    static Ink solid(int rgb) {
        return new Ink(rgb, 1);
    }
}
