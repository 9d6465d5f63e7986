package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Optional;

/**
 * Who sees whom in a pass, by a rule and the inputs of the pass.
 *
 * <p>Spectra are those of the last {@code window} points of the normalised look-back, 0 where missing; shorter ones are filled with
 * zeros in front, so that one set of frequencies serves histories of any length.
 */
final class SeriesGraph {

    private final Mixing mixing;
    private final int window;
    private final Optional<FrequencyGraph> graph;
    private final Optional<Spectrum> spectrum;

    /**
     * @param window points over which spectra are taken; of no use for rules without a graph
     * @param parameters gets {@code graph.} parameters for rules with one
     */
    SeriesGraph(Mixing mixing, int window, Parameters parameters) {
        this.mixing = mixing;
        this.window = window;
        if (mixing.usesGraph()) {
            Spectrum transform = new Spectrum(window);
            spectrum = Optional.of(transform);
            graph = Optional.of(new FrequencyGraph(settings(mixing), transform.bins(), parameters.child("graph")));
        } else {
            spectrum = Optional.empty();
            graph = Optional.empty();
        }
    }

    private static GraphSettings settings(Mixing mixing) {
        GraphSettings soft = GraphSettings.standard();
        return switch (mixing.kind()) {
            case HARD -> soft.with(GraphSettings.Edges.HARD);
            case NEAREST -> soft.nearest(mixing.nearest() + 1);
            default -> soft;
        };
    }

    Mixing mixing() {
        return mixing;
    }

    int window() {
        return window;
    }

    /**
     * {@return who sees whom}
     *
     * @param inputs (groups · channels, patches, 2P)
     * @param shape of them
     * @param training seed and number of the step whose edges are drawn; none in prediction
     */
    Relation relate(Scope scope, float[] inputs, Shape shape, Optional<Step> training) {
        if (graph.isEmpty()) {
            return Relation.all(scope.zeros(shape.groups(), shape.channels(), shape.channels()));
        }
        Spectrum transform = spectrum.orElseThrow();
        int bins = transform.bins();
        double[] amplitudes = new double[Math.multiplyExact(shape.groups() * shape.channels(), bins)];
        for (int s = 0; s < shape.groups() * shape.channels(); s++) {
            System.arraycopy(transform.amplitudes(lookback(inputs, s, shape)), 0, amplitudes, s * bins, bins);
        }
        Optional<Tensor> noise = mixing.kind() == Mixing.Kind.HARD
                ? training.map(step -> FrequencyGraph.noise(scope, step.seed(), step.number(), shape.groups(), shape.channels()))
                : Optional.empty();
        return graph.get().relate(scope.tensor(amplitudes, shape.groups(), shape.channels(), bins), noise);
    }

    /** The last points before the masked patches. */
    private double[] lookback(float[] inputs, int s, Shape shape) {
        int points = (shape.patches() - shape.masked()) * shape.patch();
        double[] values = new double[window];
        for (int i = Math.max(0, window - points); i < window; i++) {
            int place = points - window + i;
            values[i] = inputs[(s * shape.patches() + place / shape.patch()) * 2 * shape.patch() + place % shape.patch()];
        }
        return values;
    }

    /**
     * Of the inputs of a pass.
     *
     * @param groups of series that see each other
     * @param channels series of a group
     * @param patches tokens of a series
     * @param masked of these, wholly missing ones at the end
     * @param patch P
     */
    record Shape(int groups, int channels, int patches, int masked, int patch) {}

    /** A step of training. */
    record Step(long seed, long number) {}
}
