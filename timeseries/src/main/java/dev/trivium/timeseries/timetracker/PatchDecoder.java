package dev.trivium.timeseries.timetracker;

import java.util.Arrays;
import java.util.List;

/**
 * From histories of any length to forecasts of any horizon, by a network that sees a bounded number of patches.
 *
 * <p>Ours: a pass of {@link Decoding#DIRECT} says at most half of the network's positions, and one, so that the history keeps at least the other half;
 * a longer horizon is forecast in blocks, each of which takes the mean of the block before for observed, and whose quantiles are kept at
 * least as wide as at the end of that block. Level and spread are measured anew for every pass.
 *
 * <p>Series are forecast in chunks of bounded size, so memory does not grow with their number.
 */
final class PatchDecoder {

    private static final int TOKENS = 8192;

    private final PatchModel model;
    private final int patch;
    private final int positions;
    private final List<Double> levels;
    private final Prediction prediction;
    private final int median;

    PatchDecoder(PatchModel model, int patch, int positions, List<Double> levels, Prediction prediction) {
        this.model = model;
        this.patch = patch;
        this.positions = positions;
        this.levels = levels;
        this.prediction = prediction;
        median = levels.indexOf(0.5);
        if (prediction.point() == Point.MEDIAN && median < 0) {
            throw new IllegalArgumentException("point must be MEAN for a network without the level 0.5, got MEDIAN with " + levels);
        }
        if (prediction.mirrored()) {
            requireSymmetric(levels);
        }
    }

    private static void requireSymmetric(List<Double> levels) {
        for (int q = 0; q < levels.size(); q++) {
            if (Math.abs(levels.get(q) + levels.get(levels.size() - 1 - q) - 1) > 1e-9) {
                throw new IllegalArgumentException("mirrored must be false for levels that are not even about 0.5, got " + levels);
            }
        }
    }

    private PatchDecoder with(Decoding decoding) {
        return new PatchDecoder(model, patch, positions, levels, prediction.with(decoding));
    }

    /** {@return the points of a history that the first pass for a horizon sees; points before them are of no use} */
    int seen(int horizon) {
        return (positions - said(horizon) + 1) * patch;
    }

    /** {@return the patches of a horizon that the first pass says} */
    int said(int horizon) {
        return Math.min(most(), patches(horizon));
    }

    private int patches(int horizon) {
        return (horizon + patch - 1) / patch;
    }

    private int most() {
        return prediction.decoding() == Decoding.PATCH_BY_PATCH ? 1 : positions / 2 + 1;
    }

    /**
     * Forecasts.
     *
     * @param contexts (groups · channels, points), NaN where missing, each with an observed point in its last {@link #seen}
     * @param channels series of a group, which may see each other
     */
    PatchForecasts forecast(double[][] contexts, int channels, int horizon) {
        if (prediction.decoding() == Decoding.BLENDED) {
            PatchForecasts direct = with(Decoding.DIRECT).forecast(contexts, channels, horizon);
            return direct.blended(with(Decoding.PATCH_BY_PATCH).forecast(contexts, channels, horizon), median);
        }
        PatchForecasts all = new PatchForecasts(levels.size(), contexts.length, horizon);
        int groups = Math.max(1, TOKENS / (positions * channels));
        for (int from = 0; from < contexts.length; from += groups * channels) {
            int to = Math.min(contexts.length, from + groups * channels);
            new Chunk(Arrays.copyOfRange(contexts, from, to), channels, horizon, all, from).run();
        }
        return all;
    }

    /** Some series, forecast together. */
    private final class Chunk {

        private double[][] past;
        private final int channels;
        private final int horizon;
        private final PatchForecasts all;
        private final int first;
        private final double[][] spread; // (series, Q): how far the quantiles lay from the mean at the end of the last pass

        Chunk(double[][] past, int channels, int horizon, PatchForecasts all, int first) {
            this.past = past;
            this.channels = channels;
            this.horizon = horizon;
            this.all = all;
            this.first = first;
            spread = new double[past.length][levels.size()];
        }

        void run() {
            int patches = patches(horizon);
            for (int done = 0; done < patches; ) {
                int block = Math.min(most(), patches - done);
                double[][] means = pass(done * patch, block);
                done += block;
                if (done < patches) {
                    past = appended(means);
                }
            }
        }

        /** Forecasts {@code block} patches from {@code start} on and {@return their means} */
        private double[][] pass(int start, int block) {
            int seen = Math.min(past[0].length, (positions - block + 1) * patch);
            PatchInputs inputs = PatchInputs.of(past, past[0].length - seen, patch, block - 1);
            float[] out = model.last(inputs.values(), channels, inputs.patches(), block);
            if (prediction.mirrored()) {
                average(out, model.last(inputs.mirrored(patch), channels, inputs.patches(), block));
            }
            double[][] means = new double[past.length][block * patch];
            for (int s = 0; s < past.length; s++) {
                read(s, out, inputs.scales()[s], start, means[s]);
            }
            return means;
        }

        /** Halves the sum of an answer and of minus the answer about the mirrored series, whose lower quantiles are minus the upper ones. */
        private void average(float[] out, float[] mirrored) {
            int rows = 1 + levels.size();
            for (int i = 0; i < out.length; i++) {
                int row = i / patch % rows;
                int other = row == 0 ? 0 : rows - row;
                out[i] = (out[i] - mirrored[i + (other - row) * patch]) / 2;
            }
        }

        private void read(int s, float[] out, SeriesScale scale, int start, double[] means) {
            int rows = 1 + levels.size();
            double[] sorted = new double[levels.size()];
            double[] ends = new double[levels.size()];
            for (int t = 0; t < means.length; t++) {
                int at = ((s * means.length + t) / patch) * rows * patch + t % patch;
                double mean = scale.restore(out[at]);
                means[t] = mean;
                for (int q = 0; q < sorted.length; q++) {
                    sorted[q] = scale.restore(out[at + (1 + q) * patch]);
                }
                Arrays.sort(sorted);
                widen(sorted, mean, spread[s], start);
                if (t >= means.length - patch) {
                    for (int q = 0; q < sorted.length; q++) {
                        ends[q] += (sorted[q] - mean) / patch;
                    }
                }
                write(s, start + t, mean, sorted);
            }
            spread[s] = ends;
        }

        private void widen(double[] sorted, double mean, double[] least, int start) {
            if (start == 0) {
                return;
            }
            for (int q = 0; q < sorted.length; q++) {
                double level = levels.get(q);
                if (level < 0.5) {
                    sorted[q] = Math.min(sorted[q], mean + least[q]);
                } else if (level > 0.5) {
                    sorted[q] = Math.max(sorted[q], mean + least[q]);
                }
            }
            Arrays.sort(sorted);
        }

        private void write(int s, int t, double mean, double[] sorted) {
            if (t < horizon) {
                all.point()[first + s][t] = prediction.point() == Point.MEAN ? mean : sorted[median];
                for (int q = 0; q < sorted.length; q++) {
                    all.level(q)[first + s][t] = sorted[q];
                }
            }
        }

        private double[][] appended(double[][] means) {
            double[][] longer = new double[past.length][];
            for (int s = 0; s < past.length; s++) {
                int kept = Math.min(past[s].length, positions * patch);
                longer[s] = Arrays.copyOf(Arrays.copyOfRange(past[s], past[s].length - kept, past[s].length), kept + means[s].length);
                System.arraycopy(means[s], 0, longer[s], kept, means[s].length);
            }
            return longer;
        }
    }
}
