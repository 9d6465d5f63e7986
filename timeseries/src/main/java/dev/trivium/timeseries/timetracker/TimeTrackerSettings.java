package dev.trivium.timeseries.timetracker;

import java.util.List;
import java.util.Locale;

/**
 * Shape of the network.
 *
 * @param patch P, points of a patch, at least 1; patches do not overlap
 * @param width d, a multiple of heads with an even quotient
 * @param layers at least 1
 * @param heads h, at least 1
 * @param experts the mixture of experts of each layer
 * @param dropout of attention weights and of what is added to the residual stream, in [0, 1)
 * @param positions the longest sequence of patches, at least 1
 * @param quantiles levels of the predicted quantiles, beside the mean, rising, in (0, 1); may be empty
 * @param switches what the paper leaves open
 */
public record TimeTrackerSettings(int patch, int width, int layers, int heads, ExpertSettings experts, double dropout, int positions,
        List<Double> quantiles, DecoderSwitches switches) {

    private static final List<Double> LEVELS = List.of(0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975);

    /** Checks the ranges and copies the levels. */
    public TimeTrackerSettings {
        quantiles = List.copyOf(quantiles);
        atLeastOne("patch", patch);
        atLeastOne("layers", layers);
        atLeastOne("heads", heads);
        atLeastOne("positions", positions);
        if (width < 1 || width % (2 * heads) != 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "width must be a positive multiple of twice the heads, got width=%d, heads=%d", width, heads));
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
        }
        double last = 0;
        for (double level : quantiles) {
            if (!(level > last && level < 1)) {
                throw new IllegalArgumentException("quantiles must rise within (0, 1), got " + quantiles);
            }
            last = level;
        }
        if (switches.rotatedShare() * width / heads % 2 != 0) {
            throw new IllegalArgumentException("rotatedShare must leave an even number of channels of a head, got "
                    + switches.rotatedShare() + " of " + width / heads);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * {@return patches of 24 points, width 128, 4 layers of 4 heads, {@link ExpertSettings#standard}, no dropout, up to 64 patches, the
     * quantiles 0.025, 0.1, 0.2, …, 0.9, 0.975 (ours)}
     */
    public static TimeTrackerSettings standard() {
        return new TimeTrackerSettings(24, 128, 4, 4, ExpertSettings.standard(), 0, 64, LEVELS, DecoderSwitches.standard());
    }

    /** {@return the numbers that a token predicts: (1 + number of quantiles) · P} */
    public int outputs() {
        return (1 + quantiles.size()) * patch;
    }

    /** {@return d_h, the width of a head} */
    int headWidth() {
        return width / heads;
    }

    /** {@return the channels of a head that are rotated} */
    int rotated() {
        return (int) (switches.rotatedShare() * headWidth());
    }
}
