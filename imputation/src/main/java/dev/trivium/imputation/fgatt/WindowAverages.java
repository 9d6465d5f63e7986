package dev.trivium.imputation.fgatt;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.imputation.graph.NodeLayout;

/** The mean, at every cell of some rows, of the estimates of the windows that hold it. */
final class WindowAverages {

    private final int[] places;
    private final Standardiser standardiser;
    private final int nodes;
    private final int from;
    private final int rows;
    private final double[] sums;
    private final int[] counts;

    WindowAverages(NodeLayout layout, Standardiser standardiser, int from, int to) {
        this.standardiser = standardiser;
        this.from = from;
        places = layout.columns();
        nodes = layout.nodes().size();
        rows = to - from;
        sums = new double[rows * standardiser.width()];
        counts = new int[rows];
    }

    /** @param estimates (window, node, step, channel), standardised */
    void add(int[] starts, int time, float[] estimates) {
        int channels = places.length / nodes;
        for (int b = 0; b < starts.length; b++) {
            for (int t = 0; t < time; t++) {
                int row = starts[b] + t - from;
                if (row < 0 || row >= rows) {
                    continue;
                }
                counts[row]++;
                for (int p = 0; p < places.length; p++) {
                    if (places[p] >= 0) {
                        int at = ((b * nodes + p / channels) * time + t) * channels + p % channels;
                        sums[row * standardiser.width() + places[p]] += estimates[at];
                    }
                }
            }
        }
    }

    double[] values() {
        double[] values = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums[i] / counts[i / standardiser.width()];
        }
        standardiser.backward(values);
        return values;
    }
}
