package dev.trivium.imputation.fgatt;

import java.util.SplittableRandom;

/** Draws what a window hides during training: see {@link Hiding}. A set cell is hidden, whether it holds a value or not. */
final class HiddenCells {

    private final Hiding hiding;
    private final int time;
    private final int nodes;
    private final int channels;

    HiddenCells(Hiding hiding, int time, int nodes, int channels) {
        this.hiding = hiding;
        this.time = time;
        this.nodes = nodes;
        this.channels = channels;
    }

    /** {@return a window's hidden cells, (time, node, channel), drawn as during training} */
    boolean[] draw(SplittableRandom random) {
        boolean[] hidden = new boolean[time * nodes * channels];
        points(hidden, hiding.points().get(random.nextInt(hiding.points().size())), random);
        if (random.nextDouble() < hiding.blocks()) {
            blocks(hidden, random);
        }
        if (random.nextDouble() < hiding.outages()) {
            outages(hidden, random);
        }
        if (random.nextDouble() < hiding.streaming()) {
            late(hidden, random);
        }
        return hidden;
    }

    /** The ways in which validation windows are hidden, one after the other; those that training leaves out are left out here too. */
    int kinds() {
        return 1 + (hiding.blocks() > 0 ? 1 : 0) + (hiding.outages() > 0 ? 1 : 0) + (hiding.streaming() > 0 ? 1 : 0);
    }

    /** {@return a validation window's hidden cells: a quarter of the points, or a twentieth of them and one of the other ways} */
    boolean[] draw(int kind, SplittableRandom random) {
        boolean[] hidden = new boolean[time * nodes * channels];
        points(hidden, kind == 0 ? 0.25 : 0.05, random);
        int next = 1;
        if (hiding.blocks() > 0 && kind == next++) {
            blocks(hidden, random);
        }
        if (hiding.outages() > 0 && kind == next++) {
            outages(hidden, random);
        }
        if (hiding.streaming() > 0 && kind == next) {
            late(hidden, random);
        }
        return hidden;
    }

    private static void points(boolean[] hidden, double probability, SplittableRandom random) {
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] |= random.nextDouble() < probability;
        }
    }

    private void blocks(boolean[] hidden, SplittableRandom random) {
        for (int node : some(random)) {
            int length = Math.max(1, time / 4) + random.nextInt(time - Math.max(1, time / 4) + 1);
            int from = random.nextInt(time - length + 1);
            hide(hidden, node, from, from + length);
        }
    }

    private void outages(boolean[] hidden, SplittableRandom random) {
        for (int node : some(random)) {
            hide(hidden, node, 0, time);
        }
    }

    private void late(boolean[] hidden, SplittableRandom random) {
        for (int node : some(random)) {
            hide(hidden, node, time - 1 - random.nextInt(Math.max(1, time / 4)), time);
        }
    }

    private void hide(boolean[] hidden, int node, int from, int to) {
        for (int t = from; t < to; t++) {
            int at = (t * nodes + node) * channels;
            java.util.Arrays.fill(hidden, at, at + channels, true);
        }
    }

    /** Different nodes, at least one; all of them only if there is one. */
    private int[] some(SplittableRandom random) {
        int count = Math.min(nodes, Math.max(1, (int) Math.round(hiding.nodes() * nodes)));
        int[] order = new int[nodes];
        java.util.Arrays.setAll(order, i -> i);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(nodes - i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return java.util.Arrays.copyOf(order, count);
    }
}
