package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.wavelet.Wavelet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The network beyond the sizes of the reference figures. */
class WaveRoraNetworkTest {

    private static Architecture small(int kernel, Variant variant, Quirks quirks) {
        return new Architecture(new Decomposition(Wavelet.SYM3, 2, 8), new EncoderSettings(2, 16, 2, 0, 12, kernel, 0.25), variant, quirks);
    }

    private static double[] samples(int batch, int lookback, int variates) {
        double[] samples = new double[batch * lookback * variates];
        Arrays.setAll(samples, i -> Math.sin(0.7 * i) + 0.3 * Math.cos(0.011 * i * i));
        return samples;
    }

    @Test
    void anyLookBackHorizonAndNumberOfSeriesGivesAForecastOfExactlyThatShape() {
        List<Variant> variants = new ArrayList<>();
        for (Variant.Domain domain : Variant.Domain.values()) {
            for (Variant.Mixing mixing : Variant.Mixing.values()) {
                variants.add(Variant.full().with(domain).with(mixing));
            }
        }
        int[][] sizes = {{96, 97, 3}, {5, 1, 1}, {1, 1, 2}, {6, 7, 1}, {25, 2, 4}};
        for (int[] size : sizes) {
            for (Variant variant : variants) {
                try (Parameters parameters = Parameters.create(Compute.cpu(), 1); Scope scope = Scope.open(Compute.cpu())) {
                    WaveRoraNetwork network = new WaveRoraNetwork(small(3, variant, Quirks.published()), size[0], size[1], size[2], parameters);
                    Tensor windows = scope.tensor(samples(2, size[0], size[2]), 2, size[0], size[2]);
                    Tensor forecast = network.forward(windows, List.of(), network.fold(), List.of());
                    assertArrayEquals(new long[] {2, size[1], size[2]}, forecast.shape(), variant + " " + Arrays.toString(size));
                    assertTrue(Arrays.stream(forecast.toDoubles()).allMatch(Double::isFinite), variant + " " + Arrays.toString(size));
                }
            }
        }
    }

    @Test
    void theRuleForRoutersCountsTheSeriesWithoutCalendarChannels() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            new WaveRoraNetwork(small(1, Variant.full(), Quirks.published().withCalendar()), 24, 8, 7, parameters);
            assertEquals(2, parameters.get("layer.0.attention.route").size(0)); // 11 channels would have 4
        }
    }

    @Test
    void rotaryAttentionRefusesHeadsOfOddWidth() {
        Architecture odd = new Architecture(new Decomposition(Wavelet.SYM3, 1, 8), new EncoderSettings(1, 15, 5, 0, 12, 1, 0),
                Variant.full().with(Variant.Mixing.SOFTMAX), Quirks.published());
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            String message = assertThrows(IllegalArgumentException.class, () -> new WaveRoraNetwork(odd, 24, 8, 3, parameters)).getMessage();
            assertEquals("width / heads must be even for rotary positions, got 3", message);
        }
    }

    @Test
    void theAblationsInTimeAndFrequencyDoNotMixNeighboursInTheirFeedForwardLayers() {
        for (Variant.Domain domain : List.of(Variant.Domain.TIME, Variant.Domain.FREQUENCY)) {
            try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
                new WaveRoraNetwork(small(3, Variant.full().with(domain), Quirks.published()), 24, 8, 7, parameters);
                assertArrayEquals(new long[] {12, 16, 1}, parameters.get("layer.0.block.expand.weight").shape());
                assertArrayEquals(new long[] {16, 12, 1}, parameters.get("layer.1.block.contract.weight").shape());
            }
        }
    }

    @Test // 19 samples: enough for the convolutions of TokenLinear, whose backward pass is another than that of a product
    void gradientsInFloat32AreThoseInFloat64() {
        for (int kernel : new int[] {1, 3}) {
            Map<String, double[]> exact = gradients(Compute.cpu64(), kernel);
            Map<String, double[]> fast = gradients(Compute.cpu(), kernel);
            exact.forEach((name, expected) -> {
                double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                assertArrayEquals(expected, fast.get(name), 1e-4 * largest + 1e-8, name + " of kernel " + kernel);
            });
        }
    }

    private static Map<String, double[]> gradients(Compute compute, int kernel) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (Parameters parameters = Parameters.create(compute, 3); Scope scope = Scope.open(compute)) {
            WaveRoraNetwork network = new WaveRoraNetwork(small(kernel, Variant.full(), Quirks.published()), 24, 16, 5, parameters);
            try (Tape tape = Tape.record()) {
                Tensor forecast = network.forward(scope.tensor(samples(19, 24, 5), 19, 24, 5), List.of(), network.fold(),
                        masks(scope, network.masks(19)));
                tape.backward(forecast.square().mean());
            }
            parameters.names().forEach(name -> gradients.put(name, parameters.get(name).gradient().toDoubles()));
        }
        return gradients;
    }

    /** Masks with a pattern instead of chance. */
    private static List<Tensor> masks(Scope scope, long[][] shapes) {
        List<Tensor> masks = new ArrayList<>();
        for (long[] shape : shapes) {
            double[] keep = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            Arrays.setAll(keep, i -> (i * 7 + i / 5) % 4 == 0 ? 0 : 4.0 / 3);
            masks.add(scope.tensor(keep, shape));
        }
        return masks;
    }

    @Test // with one mask at zero, what it drops has no gradient, and what passes beside it has
    void everyMaskDropsItsOwnPlace() {
        String[][] dropped = {{"attention.route", "attention.score.weight"}, {"attention.gate.weight", "attention.skip.weight", "out.weight"},
            {"block.expand.weight", "block.contract.weight"}, {"block.expand.weight", "block.contract.weight", "block.contract.bias"}};
        String[][] kept = {{"attention.gate.weight", "attention.skip.weight", "out.weight"}, {"block.expand.weight", "block.contract.weight"},
            {"attention.route", "attention.score.weight", "out.weight", "block.contract.bias"},
            {"attention.route", "attention.score.weight", "out.weight", "block.norm2.bias"}};
        for (int place = 0; place < 4; place++) {
            Map<String, double[]> gradients = withZeroMask(4 + place); // of the second layer
            for (String name : dropped[place]) {
                assertEquals(0, largest(gradients.get("layer.1." + name)), name + " at mask " + place);
            }
            for (String name : kept[place]) {
                assertTrue(largest(gradients.get("layer.1." + name)) > 0, name + " at mask " + place);
            }
        }
    }

    private static Map<String, double[]> withZeroMask(int which) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 3); Scope scope = Scope.open(Compute.cpu64())) {
            WaveRoraNetwork network = new WaveRoraNetwork(small(3, Variant.full(), Quirks.published()), 24, 16, 5, parameters);
            List<Tensor> masks = new ArrayList<>(masks(scope, network.masks(2)));
            masks.set(which, scope.zeros(masks.get(which).shape()));
            try (Tape tape = Tape.record()) {
                tape.backward(network.forward(scope.tensor(samples(2, 24, 5), 2, 24, 5), List.of(), network.fold(), masks).square().mean());
            }
            parameters.names().forEach(name -> gradients.put(name, parameters.get(name).gradient().toDoubles()));
        }
        return gradients;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }
}
