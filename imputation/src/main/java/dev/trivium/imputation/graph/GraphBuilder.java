package dev.trivium.imputation.graph;

import dev.trivium.imputation.graph.GraphSettings.Kind;
import dev.trivium.imputation.graph.GraphSettings.Pooling;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws the graph of a window. Immutable, safe from many threads at once; equal windows give equal graphs, bit for bit.
 *
 * <p>D(i, j) is the mean squared difference of two nodes in z-units, R = exp(-D / (2 kappa)) their similarity, and the membership S a score on R
 * ({@link GraphScore}). Each node keeps the K others with the largest membership; of equal ones the lower index. A kappa of 0 stands for the
 * median of D over all pairs; where that is 0 too the mean, and where all nodes are the same, all memberships are 1.
 *
 * <p>Differs from the paper: the kernel width follows the window, K counts per node, a node may listen to itself, and time is averaged before
 * the approximation; {@link GraphSettings} has the paper's choice for each but the second.
 */
public final class GraphBuilder {

    private final GraphSettings settings;
    private final @Nullable NodeWeights history;
    private final @Nullable NodeWeights given;

    private GraphBuilder(GraphSettings settings, @Nullable NodeWeights history, @Nullable NodeWeights given) {
        this.settings = settings;
        this.history = history;
        this.given = given;
    }

    /**
     * For settings that need neither a history nor a given graph.
     *
     * @throws IllegalArgumentException if they do
     */
    public static GraphBuilder of(GraphSettings settings) {
        return of(settings, null, null);
    }

    /**
     * For any settings; what they do not need is left out.
     *
     * @param history correlations of the training data, see {@link NodeWeights#correlation}
     * @param given the given graph
     * @throws IllegalArgumentException if the settings need one that is null, or the two differ in their number of nodes
     */
    public static GraphBuilder of(GraphSettings settings, @Nullable NodeWeights history, @Nullable NodeWeights given) {
        if (settings.needsHistory() && history == null) {
            throw new IllegalArgumentException("history must be there for score " + settings.score() + ", got null");
        }
        if (settings.needsGiven() && given == null) {
            throw new IllegalArgumentException("given must be there for kind " + settings.kind() + ", got null");
        }
        NodeWeights past = settings.needsHistory() ? history : null;
        NodeWeights edges = settings.needsGiven() ? given : null;
        if (past != null && edges != null && past.nodes() != edges.nodes()) {
            throw new IllegalArgumentException("given must have as many nodes as history (" + past.nodes() + "), got " + edges.nodes());
        }
        return new GraphBuilder(settings, past, edges);
    }

    /** {@return the settings} */
    public GraphSettings settings() {
        return settings;
    }

    /**
     * Draws the graph of one window.
     *
     * @param filled z-values (time, nodes, channels), row-major, hidden ones interpolated from visible ones
     * @param visible 1 where a value is visible, 0 where it is not, of the same shape; with {@link GraphSettings.Distance#CO_OBSERVED} a
     *         value that is not visible is never read
     * @throws IllegalArgumentException if a size does not fit, or a value that counts is not finite
     */
    public WindowGraph build(float[] filled, byte[] visible, int time, int nodes, int channels) {
        long cells = (long) time * nodes * channels;
        if (time < 1 || nodes < 1 || channels < 1 || filled.length != cells || visible.length != cells) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "filled and visible must hold time * nodes * channels values,"
                    + " got %d and %d for %d * %d * %d", filled.length, visible.length, time, nodes, channels));
        }
        requireNodes(history, nodes);
        requireNodes(given, nodes);
        Kind kind = settings.kind();
        if (kind == Kind.NONE) {
            return new Rows(nodes, 0, true).graph();
        }
        if (kind == Kind.RANDOM) {
            return random(nodes);
        }
        if (kind == Kind.GIVEN && given != null) {
            Rows rows = rows(nodes, given.degree(settings.neighbours()));
            for (int i = 0; i < nodes; i++) {
                rows.largestPositive(i, given.row(i), 0);
            }
            return rows.graph();
        }
        if (settings.score() == GraphScore.HISTORY && history != null) {
            return edges(history.values(), nodes);
        }
        return learned(new Planes(filled, visible, settings.distance(), time, nodes, channels), Unseen.of(visible, nodes, channels));
    }

    private static void requireNodes(@Nullable NodeWeights weights, int nodes) {
        if (weights != null && weights.nodes() != nodes) {
            throw new IllegalArgumentException("nodes must be those of the history or given graph (" + weights.nodes() + "), got " + nodes);
        }
    }

    private Rows rows(int nodes, int neighbours) {
        return new Rows(nodes, Math.min(neighbours, nodes - 1), settings.selfLoop());
    }

    private WindowGraph random(int nodes) {
        Rows rows = rows(nodes, settings.neighbours());
        SplittableRandom random = new SplittableRandom(settings.seed());
        float[] lots = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                lots[j] = random.nextInt(1 << 24);
            }
            rows.smallest(i, lots, 0, lot -> 1);
        }
        return rows.graph();
    }

    private WindowGraph learned(Planes planes, Unseen unseen) {
        int nodes = planes.nodes();
        Distances pooled = Distances.of(planes);
        double kappa = settings.kappa() > 0 ? settings.kappa() : pooled.typical();
        boolean once = settings.pooling() == Pooling.POOL_THEN_APPROXIMATE;
        if (once && settings.score() == GraphScore.KERNEL && given == null) {
            Rows rows = rows(nodes, settings.neighbours());
            for (int i = 0; i < nodes; i++) {
                rows.smallest(i, pooled.values(), i * nodes, d -> Kernels.similarity(d, kappa));
            }
            return rows.graph();
        }
        float[] similarity = pooled.kernel(kappa);
        float[] score = once ? approximated(similarity, nodes) : meanOverSteps(planes, similarity, kappa);
        if (settings.score().lower()) {
            Kernels.mix(score, nodes, (float) settings.alpha());
        }
        if (settings.score() == GraphScore.KERNEL_TIMES_HISTORY && history != null) {
            unseen.join(score, history.values());
        }
        return edges(score, nodes);
    }

    private float[] approximated(float[] similarity, int nodes) {
        return switch (settings.score()) {
            case GRANULE_LOWER_KD -> GranuleLower.kleeneDienes(similarity, nodes);
            case GRANULE_LOWER_LUK_MEAN_K -> GranuleLower.lukasiewiczMeanK(similarity, nodes);
            default -> similarity;
        };
    }

    private float[] meanOverSteps(Planes planes, float[] pooled, double kappa) {
        int nodes = planes.nodes();
        float[] sum = new float[nodes * nodes];
        for (int t = 0; t < planes.time(); t++) {
            float[] step = approximated(Distances.kernelOfStep(planes, t, pooled, kappa), nodes);
            for (int at = 0; at < sum.length; at++) {
                sum[at] += step[at];
            }
        }
        for (int at = 0; at < sum.length; at++) {
            sum[at] /= planes.time();
        }
        return sum;
    }

    private WindowGraph edges(float[] score, int nodes) {
        if (given == null) {
            Rows rows = rows(nodes, settings.neighbours());
            for (int i = 0; i < nodes; i++) {
                rows.largest(i, score, i * nodes);
            }
            return rows.graph();
        }
        Rows rows = rows(nodes, settings.neighbours() + given.degree(settings.neighbours()));
        Rows chosen = rows(nodes, settings.neighbours());
        Rows known = rows(nodes, given.degree(settings.neighbours()));
        float[] union = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            chosen.largest(i, score, i * nodes);
            known.largestPositive(i, given.row(i), 0);
            Arrays.fill(union, -1);
            chosen.raise(i, union);
            known.raise(i, union);
            // an edge of one kind may have a larger membership in the other
            for (int j = 0; j < nodes; j++) {
                union[j] = union[j] < 0 ? -1 : Math.max(score[i * nodes + j], given.at(i, j));
            }
            rows.largestMarked(i, union, 0);
        }
        return rows.graph();
    }
}
