package dev.trivium.timeseries.timetracker;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes one draw ready for the network: hides parts of it, takes statistics of a prefix, lays out tokens and targets.
 *
 * <p>The statistics come from the visible points of the first c₀ patches alone, and tokens before the last of these carry no loss: so no
 * token that learns has seen anything of its own future. Where c₀ patches show fewer than half a patch of points, or a constant, c₀
 * grows until they do not; a draw that never gets there is shown as wholly missing and carries no loss.
 */
final class PreparedDraw {

    private static final int SHORT_PREFIX = 8;
    private static final double NEXT_LONGER = 0.7;
    private static final int MOST_BLOCKS = 3;

    private final int patch;
    private final int patches;
    private final Corruption corruption;
    private final float[] values;
    private final SplittableRandom random;
    private final boolean[] visible;
    private final boolean[] masked;

    /**
     * @param values (patches + 1) · patch points, NaN where missing
     * @param random what is hidden follows from it alone
     */
    PreparedDraw(int patch, int patches, Corruption corruption, float[] values, SplittableRandom random) {
        this.patch = patch;
        this.patches = patches;
        this.corruption = corruption;
        this.values = values;
        this.random = random;
        visible = new boolean[patches * patch];
        masked = new boolean[patches];
    }

    /** Writes the draw into place {@code slot} of a batch. */
    void into(PretrainingBatch batch, int slot) {
        for (int t = 0; t < visible.length; t++) {
            visible[t] = !Float.isNaN(values[t]);
        }
        if (random.nextDouble() < corruption.shortened()) {
            Arrays.fill(visible, 0, random.nextInt(patch), false);
        }
        if (random.nextDouble() < corruption.gaps()) {
            hide();
        }
        if (random.nextDouble() < corruption.spans()) {
            mask();
        }
        int prefix = prefix();
        Optional<Normalisation> known = Optional.empty();
        while (known.isEmpty() && prefix <= patches) {
            known = Normalisation.of(values, visible, prefix * patch, Math.max(1, patch / 2));
            prefix++;
        }
        int first = prefix - 2; // the token of the last patch of the prefix
        known.ifPresent(normalisation -> {
            show(normalisation, batch, slot);
            ask(normalisation, first, batch, slot);
        });
    }

    /** Single points, or blocks of up to three patches. */
    private void hide() {
        if (random.nextBoolean()) {
            double share = 0.02 + 0.28 * random.nextDouble();
            for (int t = 0; t < visible.length; t++) {
                if (random.nextDouble() < share) {
                    visible[t] = false;
                }
            }
        } else {
            for (int blocks = 1 + random.nextInt(MOST_BLOCKS); blocks > 0; blocks--) {
                int length = logUniform(3 * patch);
                int from = random.nextInt(visible.length);
                Arrays.fill(visible, from, Math.min(from + length, visible.length), false);
            }
        }
    }

    private void mask() {
        for (int spans = 1 + random.nextInt(corruption.mostSpans()); spans > 0; spans--) {
            int length = logUniform(corruption.longestSpan());
            if (patches > 1) {
                int from = 1 + random.nextInt(patches - 1);
                int to = Math.min(from + length, patches);
                Arrays.fill(masked, from, to, true);
                Arrays.fill(visible, from * patch, to * patch, false);
            }
        }
    }

    /** From 1 to {@code most}, each octave as likely as another. */
    private int logUniform(int most) {
        return Math.min(most, (int) Math.exp(random.nextDouble() * Math.log(most + 1.0)));
    }

    private int prefix() {
        if (random.nextDouble() < corruption.shortPrefix()) {
            int few = 1;
            while (few < SHORT_PREFIX && random.nextDouble() < NEXT_LONGER) {
                few++;
            }
            return Math.min(few, patches);
        }
        return 1 + random.nextInt(Math.max(1, patches / 2));
    }

    private void show(Normalisation normalisation, PretrainingBatch batch, int slot) {
        for (int t = 0; t < visible.length; t++) {
            if (visible[t]) {
                int at = ((slot * patches + t / patch) * 2) * patch + t % patch;
                batch.inputs()[at] = normalisation.normalised(values[t]);
                batch.inputs()[at + patch] = 1;
            }
        }
    }

    /**
     * Targets are all points that the source gave, hidden from the inputs or not. Those of a draw weigh one over their standard deviation where
     * that is above 1: a walk that leaves its prefix far behind would outweigh all other draws of a step.
     */
    private void ask(Normalisation normalisation, int first, PretrainingBatch batch, int slot) {
        int points = 0;
        double sum = 0;
        double squares = 0;
        for (int t = (first + 1) * patch; t < values.length; t++) {
            if (!Float.isNaN(values[t])) {
                float target = normalisation.normalised(values[t]);
                batch.targets()[slot * patches * patch + t - patch] = target;
                points++;
                sum += target;
                squares += (double) target * target;
            }
        }
        double mean = sum / Math.max(1, points);
        double spread = Math.max(1, Math.sqrt(Math.max(0, squares / Math.max(1, points) - mean * mean)));
        for (int t = (first + 1) * patch; t < values.length; t++) {
            batch.weights()[slot * patches * patch + t - patch] = Float.isNaN(values[t]) ? 0 : (float) (1 / (points * spread));
        }
        for (int i = first; i < patches; i++) {
            batch.far()[slot * patches + i] = masked[i] ? 1 : 0;
        }
        batch.supervised()[slot] = points > 0;
    }
}
