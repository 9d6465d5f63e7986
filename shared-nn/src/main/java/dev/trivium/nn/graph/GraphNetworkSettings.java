package dev.trivium.nn.graph;

/**
 * Sizes of a {@link GraphNetwork}.
 *
 * @param layers L, the number of layers of the network as published, at least {@code power}
 * @param power how many layers, from the first, hand on what they found
 * @param dims how many channels each of them contributes
 * @param dropout probability of dropping an element of a virtual node in training, in [0, 1)
 */
public record GraphNetworkSettings(int layers, int power, int dims, double dropout) {

    /** Checks every value. */
    public GraphNetworkSettings {
        if (power < 1) {
            throw new IllegalArgumentException("power must be at least 1, got " + power);
        }
        if (layers < power) {
            throw new IllegalArgumentException("layers must be at least power=" + power + ", got " + layers);
        }
        if (dims < 1) {
            throw new IllegalArgumentException("dims must be at least 1, got " + dims);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
        }
    }

    /** {@return the width of nodes, D = power · dims} */
    public int width() {
        return Math.multiplyExact(power, dims);
    }
}
