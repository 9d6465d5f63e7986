package dev.trivium.imputation.fgatt;

import dev.trivium.data.split.Segment;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;

/** Targets of a batch, (B, N, T, F), and what the error at each weighs: 1/H at the H hidden ones, β/M at the M visible ones, 0 elsewhere. */
final class LossWeights {

    private static final byte HIDDEN = 1;
    private static final byte VISIBLE = 2;

    private final int batch;
    private final int time;
    private final NodeSeries series;
    private final double visible;
    private final float[] targets;
    private final byte[] kinds;
    private int hiddenCount;
    private int visibleCount;

    LossWeights(int batch, int time, NodeSeries series, double visible) {
        this.batch = batch;
        this.time = time;
        this.series = series;
        this.visible = visible;
        targets = new float[batch * time * series.size()];
        kinds = new byte[targets.length];
    }

    void put(int b, int start, boolean[] hidden) {
        put(b, start, hidden, new Segment(0, series.rows()));
    }

    /** As above; rows outside the run weigh nothing. */
    void put(int b, int start, boolean[] hidden, Segment run) {
        float[] window = new float[time * series.size()];
        series.copy(start, time, window, 0);
        int channels = series.channels();
        for (int t = Math.max(0, run.from() - start); t < Math.min(time, run.to() - start); t++) {
            for (int i = 0; i < series.nodes(); i++) {
                for (int c = 0; c < channels; c++) {
                    int from = (t * series.nodes() + i) * channels + c;
                    if (!Float.isNaN(window[from])) {
                        int to = ((b * series.nodes() + i) * time + t) * channels + c;
                        targets[to] = window[from];
                        kinds[to] = hidden[from] ? HIDDEN : VISIBLE;
                        hiddenCount += hidden[from] ? 1 : 0;
                        visibleCount += hidden[from] ? 0 : 1;
                    }
                }
            }
        }
    }

    int hidden() {
        return hiddenCount;
    }

    /** {@return the targets of windows [from, to) of the batch} */
    Tensor targets(Scope scope, int from, int to) {
        int size = targets.length / batch;
        return scope.tensor(Arrays.copyOfRange(targets, from * size, to * size), to - from, series.nodes(), time, series.channels());
    }

    /** {@return what the errors of windows [from, to) weigh; the counts are those of the whole batch} */
    Tensor weights(Scope scope, int from, int to) {
        float[] of = {0, 1f / Math.max(1, hiddenCount), (float) (visible / Math.max(1, visibleCount))};
        int size = targets.length / batch;
        float[] weights = new float[(to - from) * size];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = of[kinds[from * size + i]];
        }
        return scope.tensor(weights, to - from, series.nodes(), time, series.channels());
    }
}
