package dev.trivium.imputation.fgatt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.split.Segment;
import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss of a step. */
class FgattTrainableTest {

    private static final int NODES = 5;
    private static final GraphBuilder GRAPHS = GraphBuilder.of(GraphSettings.standard());

    private final Map<String, double[]> gradients = new LinkedHashMap<>();

    private static NodeSeries series() {
        Random random = new Random(9);
        float[] z = new float[40 * NODES];
        for (int i = 0; i < z.length; i++) {
            z[i] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return new NodeSeries(z, 40, NODES, 1, new float[0]);
    }

    /** The loss of seven windows; its gradients are left in the field. */
    private double loss(long cached, double dropout) {
        FgattSpec spec = FgattSpec.standard().withArchitecture(Architecture.standard().withSizes(8, 2, 8, 1).withWindow(6).withDropout(dropout));
        int[] windows = new int[30];
        Arrays.setAll(windows, i -> i);
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            FgattNetwork network = new FgattNetwork(spec.architecture(), NODES, 1, true, parameters);
            HeldOutWindows held = new HeldOutWindows(spec, series(), List.of(new Segment(30, 40)), 1);
            FgattTrainable trainable = new FgattTrainable(parameters, network, spec, series(), windows, held, GRAPHS, 1, Map.of(), cached);
            Map<String, double[]> earlier = new LinkedHashMap<>();
            try (Tape tape = Tape.record()) {
                Tensor loss = trainable.loss(scope, new int[7], 3);
                parameters.names().forEach(name -> earlier.put(name, parameters.get(name).gradient().toDoubles()));
                tape.backward(loss); // adds the whole gradient to those of the earlier parts
                double value = loss.item();
                parameters.names().forEach(name -> {
                    double[] whole = parameters.get(name).gradient().toDoubles();
                    double[] before = earlier.get(name);
                    Arrays.setAll(whole, i -> whole[i] - before[i]);
                    gradients.put(name, whole);
                });
                return value;
            }
        }
    }

    @Test
    void aBatchInPartsHasTheLossAndTheGradientOfTheWhole() {
        double whole = loss(1_000_000, 0);
        Map<String, double[]> expected = Map.copyOf(gradients);
        for (long cached : new long[] {1, 600}) {
            assertEquals(whole, loss(cached, 0), 1e-12);
            expected.forEach((name, values) -> assertArrayEquals(values, gradients.get(name), 1e-10, name));
        }
    }

    @Test
    void aStepIsTheSameWheneverItIsComputed() {
        assertEquals(loss(600, 0.3), loss(600, 0.3));
    }
}
