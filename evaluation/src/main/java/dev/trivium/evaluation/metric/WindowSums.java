package dev.trivium.evaluation.metric;

/** Prefix sums over windows, so that a block of any length costs one subtraction. */
final class WindowSums {

    private final int windows;
    private final double[] squared;
    private final double[] absolute;
    private final double[] scaled;
    private final long[] cells;
    private final long[] scaledCells;

    WindowSums(ForecastErrors errors, Unit unit) {
        windows = errors.windows();
        squared = new double[windows + 1];
        absolute = new double[windows + 1];
        scaled = new double[windows + 1];
        cells = new long[windows + 1];
        scaledCells = new long[windows + 1];
        Sums sums = new Sums();
        for (int w = 0; w < windows; w++) {
            errors.addWindow(w, unit, sums);
            squared[w + 1] = sums.squared();
            absolute[w + 1] = sums.absolute();
            scaled[w + 1] = sums.scaled();
            cells[w + 1] = sums.cells();
            scaledCells[w + 1] = sums.scaledCells();
        }
    }

    /** Adds the windows from {@code start}, going on at window 0 after the last one. */
    void addRange(int start, int length, Sums target) {
        int end = start + length;
        if (end <= windows) {
            addDifference(start, end, target);
        } else {
            addDifference(start, windows, target);
            addDifference(0, end - windows, target);
        }
    }

    private void addDifference(int from, int to, Sums target) {
        target.add(squared[to] - squared[from], absolute[to] - absolute[from], cells[to] - cells[from],
                scaled[to] - scaled[from], scaledCells[to] - scaledCells[from]);
    }
}
