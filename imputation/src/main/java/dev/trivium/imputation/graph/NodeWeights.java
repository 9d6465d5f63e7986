package dev.trivium.imputation.graph;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.TrainingView;
import dev.trivium.nn.artifact.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Weights in [0, 1] between nodes, fixed for all windows: a given graph, or the correlations of the training data. */
public final class NodeWeights {

    private static final double THRESHOLD = 0.1;
    private static final double EARTH_KM = 6371.0088;
    private final int nodes;
    private final float[] values;

    private NodeWeights(int nodes, float[] values) {
        this.nodes = nodes;
        this.values = values;
    }

    /**
     * Weights as they are.
     *
     * @param values (nodes, nodes), row-major, from 0 (no edge) to 1; row i holds what node i listens to; the diagonal does not count
     * @throws IllegalArgumentException if the size does not fit or a weight is out of range
     */
    public static NodeWeights of(int nodes, float[] values) {
        if (nodes < 1 || values.length != (long) nodes * nodes) {
            throw new IllegalArgumentException("values must hold nodes * nodes weights, got " + values.length + " for " + nodes + " nodes");
        }
        float[] copy = values.clone();
        for (int at = 0; at < copy.length; at++) {
            if (!(copy[at] >= 0 && copy[at] <= 1)) {
                throw new IllegalArgumentException("values must be between 0 and 1, got " + copy[at] + " from node " + at / nodes + " to node " + at % nodes);
            }
        }
        for (int i = 0; i < nodes; i++) {
            copy[i * nodes + i] = 0;
        }
        return new NodeWeights(nodes, copy);
    }

    /**
     * A thresholded Gaussian kernel: w = exp(-(d / sigma)²), sigma the standard deviation of all finite distances, the zeros of the diagonal
     * included; weights below 0.1 become 0 (Shuman et al. 2013, eq. 1; sigma as in Li et al. 2018).
     *
     * @param distances (nodes, nodes), any unit, row-major; infinite where there is no way
     * @throws IllegalArgumentException if the size does not fit, or a distance is negative or NaN
     */
    public static NodeWeights ofDistances(int nodes, double[] distances) {
        if (nodes < 1 || distances.length != (long) nodes * nodes) {
            throw new IllegalArgumentException("distances must hold nodes * nodes values, got " + distances.length + " for " + nodes + " nodes");
        }
        for (int at = 0; at < distances.length; at++) {
            if (!(distances[at] >= 0)) {
                throw new IllegalArgumentException("distances must be 0 or more, got " + distances[at] + " from node " + at / nodes + " to node " + at % nodes);
            }
        }
        double[] finite = Arrays.stream(distances).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(finite).average().orElse(0);
        double sigma = Math.sqrt(Arrays.stream(finite).map(d -> (d - mean) * (d - mean)).average().orElse(0));
        float[] weights = new float[distances.length];
        for (int at = 0; at < weights.length; at++) {
            double share = sigma > 0 ? distances[at] / sigma : 0;
            double weight = distances[at] == Double.POSITIVE_INFINITY ? 0 : Math.exp(-share * share);
            weights[at] = weight < THRESHOLD ? 0 : (float) weight;
        }
        return of(nodes, weights);
    }

    /**
     * As {@link #ofDistances}, from great-circle distances in km (haversine).
     *
     * @param latitude degrees north, one per node
     * @param longitude degrees east, one per node
     */
    public static NodeWeights ofCoordinates(double[] latitude, double[] longitude) {
        int nodes = latitude.length;
        if (longitude.length != nodes) {
            throw new IllegalArgumentException("longitude must have one value per latitude (" + nodes + "), got " + longitude.length);
        }
        double[] distances = new double[nodes * nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                distances[i * nodes + j] = kilometres(latitude[i], longitude[i], latitude[j], longitude[j]);
            }
        }
        return ofDistances(nodes, distances);
    }

    private static double kilometres(double lat1, double lon1, double lat2, double lon2) {
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double a = north * north + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /**
     * The Pearson correlation of every two nodes over the rows to learn from at which both have a value, averaged over the channels both have; 0
     * where it is negative, or fewer than three rows are common, or a node does not vary. O(N² T): meant for hundreds of nodes.
     */
    public static NodeWeights correlation(TrainingView train, NodeLayout layout) {
        SeriesSet series = train.series().rows(train.from(), train.to());
        int nodes = layout.nodes().size();
        double[] sums = new double[nodes * nodes];
        int[] counts = new int[nodes * nodes];
        for (int c = 0; c < layout.channels().size(); c++) {
            double[][] columns = new double[nodes][];
            for (int i = 0; i < nodes; i++) {
                columns[i] = layout.column(i, c) < 0 ? new double[0] : series.column(layout.column(i, c));
            }
            Correlations.add(columns, sums, counts);
        }
        float[] weights = new float[sums.length];
        for (int at = 0; at < sums.length; at++) {
            weights[at] = counts[at] == 0 ? 0 : (float) Math.min(1, Math.max(0, sums[at] / counts[at]));
        }
        return of(nodes, weights);
    }

    /** {@return the number of nodes} */
    public int nodes() {
        return nodes;
    }

    /** {@return the weight of j for i} */
    public float at(int i, int j) {
        return values[i * nodes + j];
    }

    /** {@return all weights (nodes, nodes), row-major; a copy} */
    public float[] toArray() {
        return values.clone();
    }

    /** {@return SHA-256 of the weights, 64 hexadecimal digits} */
    public String sha256() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        return Sha256.of(bytes.array());
    }

    float[] values() {
        return values;
    }

    float[] row(int i) {
        return Arrays.copyOfRange(values, i * nodes, (i + 1) * nodes);
    }

    /** {@return the most edges of a node, at most {@code most}} */
    int degree(int most) {
        int degree = 0;
        for (int i = 0; i < nodes; i++) {
            int count = 0;
            for (int j = 0; j < nodes; j++) {
                count += values[i * nodes + j] > 0 ? 1 : 0;
            }
            degree = Math.max(degree, count);
        }
        return Math.min(most, degree);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeWeights that && nodes == that.nodes && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        int edges = 0;
        for (float value : values) {
            edges += value > 0 ? 1 : 0;
        }
        return nodes + " nodes, " + edges + " edges";
    }
}
