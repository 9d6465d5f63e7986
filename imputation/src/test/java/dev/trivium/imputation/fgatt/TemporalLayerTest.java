package dev.trivium.imputation.fgatt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer over time computes one thing in several ways. */
class TemporalLayerTest {

    private static final int NODES = 3;
    private static final int TIME = 7;
    private static final int WIDTH = 6;

    /** Of queries and keys: 30 takes scores beyond what powers without a search for the largest can hold. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 30})
    void predictionsAreWhatIsTrained(double scale) {
        Random random = new Random(6);
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 2); Scope scope = Scope.open(Compute.cpu64())) {
            TemporalLayer layer = new TemporalLayer(Architecture.standard().withSizes(WIDTH, 2, 8, 1).withWindow(TIME), parameters);
            for (String name : parameters.names()) {
                double spread = name.equals("qkv.weight") ? scale : 1;
                parameters.set(name, random.doubles(parameters.get(name).count(), -spread, spread).toArray());
            }
            Tensor h = scope.tensor(random.doubles(2 * NODES * TIME * WIDTH, -2, 2).toArray(), 2, NODES, TIME, WIDTH);
            double[] expected;
            try (Tape tape = Tape.record()) {
                expected = layer.forward(h, List.of()).toDoubles();
            }
            Tensor predicted = layer.forward(h, List.of());
            assertArrayEquals(expected, predicted.toDoubles(), 1e-10);
            assertArrayEquals(predicted.narrow(2, TIME - 1, 1).toDoubles(), layer.last(h).toDoubles(), 1e-10);
        }
    }
}
