package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.nn.optimizer.Adam;
import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.wavelet.Wavelet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Agreement in float64 with figures of the reference implementation (resource {@code parity/waverora.json}). */
class WaveRoraParityTest {

    private static final JsonNode FIGURES = figures();
    private static final JsonNode TINY = FIGURES.get("tiny");
    private static final Architecture TINY_MODEL = new Architecture(new Decomposition(Wavelet.SYM3, 2, 4),
            new EncoderSettings(2, 8, 2, 4, 6, 3, 0), Variant.full(), Quirks.published());

    private static JsonNode figures() {
        try (InputStream in = WaveRoraParityTest.class.getResourceAsStream("/parity/waverora.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A model with the reference's parameters. */
    private record Model(Parameters parameters, WaveRoraNetwork network, ReferenceParameters reference) implements AutoCloseable {
        static Model of(Architecture architecture, int lookback, int horizon, int variates, double amplitude) {
            Parameters parameters = Parameters.create(Compute.cpu64(), 1);
            WaveRoraNetwork network = new WaveRoraNetwork(architecture, lookback, horizon, variates, parameters);
            ReferenceParameters reference = new ReferenceParameters(architecture, lookback, horizon);
            reference.fill(parameters, amplitude);
            return new Model(parameters, network, reference);
        }

        Tensor forecast(Tensor x) {
            return network.forward(x, List.of(), network.fold(), List.of());
        }

        @Override
        public void close() {
            parameters.close();
        }
    }

    private static Model tiny(Architecture architecture) {
        return Model.of(architecture, 24, 16, 5, 0.3);
    }

    /** x[b,t,m] = sin(0.35 t (m+1) + 0.8 b) + 0.05 t (m-1) + 0.5 m. */
    private static Tensor input(Scope scope, int length, int variates) {
        return filled(scope, length, variates, (b, tm) -> {
            int t = (int) tm / variates;
            int m = (int) tm % variates;
            return Math.sin(0.35 * t * (m + 1) + 0.8 * b) + 0.05 * t * (m - 1) + 0.5 * m;
        });
    }

    /** y[b,t,m] = cos(0.21 t + 0.5 m + 0.3 b). */
    private static Tensor target(Scope scope, int length, int variates) {
        return filled(scope, length, variates, (b, tm) -> Math.cos(0.21 * ((int) tm / variates) + 0.5 * ((int) tm % variates) + 0.3 * b));
    }

    private static Tensor filled(Scope scope, int length, int variates, DoubleBinaryOperator f) {
        double[] values = new double[2 * length * variates];
        java.util.Arrays.setAll(values, i -> f.applyAsDouble(i / (length * variates), i % (length * variates)));
        return scope.tensor(values, 2, length, variates);
    }

    private static double[] figure(JsonNode parent, String name) {
        JsonNode data = parent.get(name).get("data");
        double[] values = new double[data.size()];
        java.util.Arrays.setAll(values, i -> data.get(i).asDouble());
        return values;
    }

    private static void near(double[] expected, Tensor actual, double tolerance, String what) {
        double[] got = actual.toDoubles();
        assertEquals(expected.length, got.length, what);
        for (int i = 0; i < got.length; i++) {
            assertEquals(expected[i], got[i], tolerance, what + "[" + i + "]");
        }
    }

    private static Tensor mse(Tensor forecast, Tensor target) {
        return forecast.sub(target).square().mean();
    }

    @Test // sections 1.1 to 1.8: every intermediate of the tiny model
    void everyIntermediateAgrees() {
        try (Model model = tiny(TINY_MODEL); Scope scope = Scope.open(Compute.cpu64())) {
            WaveRoraNetwork network = model.network();
            WaveRoraNetwork.Folded folded = network.fold();
            List<Tensor> normal = network.normalise(input(scope, 24, 5));
            near(figure(TINY, "mean"), normal.get(1), 1e-9, "mean");
            near(figure(TINY, "std"), normal.get(2), 1e-9, "sigma");
            Tensor e = network.embed(normal.get(0), List.of(), folded);
            near(figure(TINY, "emb"), e, 1e-9, "E");
            EncoderLayer first = network.layer(0);
            Tensor z = first.tokens(e);
            near(figure(TINY, "Z"), z, 1e-9, "Z");
            RotaryRouteAttention rora = (RotaryRouteAttention) first.mixer();
            Tensor maps = rora.maps(z, folded.layers().get(0));
            near(figure(TINY, "AR_softmax"), maps.select(2, 0).permute(0, 2, 3, 1), 1e-9, "A_R");
            near(figure(TINY, "AQ_softmax"), maps.select(2, 1).permute(0, 2, 1, 3), 1e-9, "A_Q");
            Tensor rotated = rora.rotate(maps);
            near(figure(TINY, "AR_rot"), rotated.select(2, 0).permute(0, 2, 3, 1), 1e-9, "rotated A_R");
            near(figure(TINY, "AQ_rot"), rotated.select(2, 1).permute(0, 2, 1, 3), 1e-9, "rotated A_Q");
            Tensor gathered = rora.gather(rotated, z);
            near(figure(TINY, "VR"), gathered, 1e-9, "V_R");
            near(figure(TINY, "core"), rora.handBack(rotated, gathered), 1e-9, "C");
            Tensor mixed = rora.forward(z, folded.layers().get(0), List.of());
            near(figure(TINY, "gated"), mixed, 1e-9, "gated");
            near(figure(TINY, "U"), first.update(mixed), 1e-9, "U");
            Tensor one = first.forward(e, folded.layers().get(0), List.of());
            near(figure(TINY, "layer1_out"), one, 1e-9, "layer 1");
            near(figure(TINY, "enc_out"), network.layer(1).forward(one, folded.layers().get(1), List.of()), 1e-9, "encoder");
        }
    }

    @Test
    void theForecastAndItsErrorAgree() {
        try (Model model = tiny(TINY_MODEL); Scope scope = Scope.open(Compute.cpu64())) {
            Tensor forecast = model.forecast(input(scope, 24, 5));
            near(figure(TINY, "forecast"), forecast, 1e-9, "forecast");
            assertEquals(TINY.get("mse").asDouble(), mse(forecast, target(scope, 16, 5)).item(), 1e-9);
            assertEquals(TINY.get("mae").asDouble(), forecast.sub(target(scope, 16, 5)).abs().mean().item(), 1e-9);
        }
    }

    @Test
    void everyGradientAgrees() {
        try (Model model = tiny(TINY_MODEL); Scope scope = Scope.open(Compute.cpu64())) {
            try (Tape tape = Tape.record()) {
                tape.backward(mse(model.forecast(input(scope, 24, 5)), target(scope, 16, 5)));
            }
            JsonNode gradients = TINY.get("grad");
            assertEquals(gradients.size(), model.reference().tensors().size());
            for (ReferenceParameters.Tensor tensor : model.reference().tensors()) {
                double[] expected = figure(gradients, tensor.name());
                double largest = java.util.Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                double tolerance = tensor.name().endsWith("bk") ? 1e-15 : 1e-8 * largest;
                double[] ours = ourGradient(model, tensor);
                for (int i = 0; i < expected.length; i++) {
                    double truth = tensor.name().endsWith("bk") ? 0 : expected[i];
                    assertEquals(truth, ours[i], tolerance, tensor.name() + "[" + i + "]");
                }
            }
        }
    }

    private static double[] ourGradient(Model model, ReferenceParameters.Tensor tensor) {
        double[] own = model.parameters().get(tensor.at(0).parameter()).gradient().toDoubles();
        double[] values = new double[tensor.count()];
        java.util.Arrays.setAll(values, i -> own[tensor.at(i).index()]);
        return values;
    }

    @Test // section 8: four steps of Adam with beta1 = 0.95
    void theAdamTraceAgrees() {
        JsonNode adam = TINY.get("adam");
        try (Model model = tiny(TINY_MODEL); Adam optimizer = new Adam(model.parameters(), AdamSettings.standard().withBeta1(0.95))) {
            for (int step = 0; step <= 4; step++) {
                try (Scope scope = Scope.open(Compute.cpu64())) {
                    Tensor loss;
                    try (Tape tape = Tape.record()) {
                        loss = mse(model.forecast(input(scope, 24, 5)), target(scope, 16, 5));
                    }
                    assertEquals(adam.get("loss_trace").get(step).asDouble(), loss.item(), 1e-9, "loss before step " + step);
                    if (step < 4) {
                        optimizer.step(loss, adam.get("lr_per_step").get(step).asDouble(), Double.POSITIVE_INFINITY);
                    }
                }
            }
        }
    }

    @Test // section 8: the model at the published sizes for ETTh1
    void theModelAtFullSizeAgrees() {
        Architecture etth1 = new Architecture(new Decomposition(Wavelet.SYM3, 3, 64),
                new EncoderSettings(1, 256, 8, 2, 256, 1, 0), Variant.full(), Quirks.published());
        JsonNode figures = FIGURES.get("etth1_96");
        try (Model model = Model.of(etth1, 96, 96, 7, 0.05); Scope scope = Scope.open(Compute.cpu64())) {
            assertEquals(583_213, model.parameters().count());
            Tensor loss;
            try (Tape tape = Tape.record()) {
                Tensor forecast = model.forecast(input(scope, 96, 7));
                near(figure(figures, "forecast"), forecast, 1e-9, "forecast");
                loss = mse(forecast, target(scope, 96, 7));
                tape.backward(loss);
            }
            assertEquals(figures.get("mse").asDouble(), loss.item(), 1e-9);
            for (ReferenceParameters.Tensor tensor : model.reference().tensors()) {
                double norm = Math.sqrt(java.util.Arrays.stream(ourGradient(model, tensor)).map(g -> g * g).sum());
                double expected = figures.get("grad_l2").get(tensor.name()).asDouble();
                assertEquals(expected, norm, Math.max(1e-8 * expected, 1e-15), tensor.name());
            }
        }
    }

    @Test // section 8: coif3, two layers, kernel 3, horizon 720
    void aLongHorizonWithKernelThreeAgrees() {
        Architecture architecture = new Architecture(new Decomposition(Wavelet.COIF3, 3, 64),
                new EncoderSettings(2, 256, 8, 2, 256, 3, 0), Variant.full(), Quirks.published());
        try (Model model = Model.of(architecture, 96, 720, 7, 0.05); Scope scope = Scope.open(Compute.cpu64())) {
            double[] got = model.forecast(input(scope, 96, 7)).toDoubles();
            assertEquals(63138.82819, java.util.Arrays.stream(got).sum(), 1e-4);
            assertEquals(728831.1479, java.util.Arrays.stream(got).map(v -> v * v).sum(), 1e-3);
            assertEquals(180.3081945, weighted(got), 1e-6);
        }
    }

    @Test // section 8: calendar channels as at Traffic
    void calendarChannelsAgree() {
        Architecture architecture = new Architecture(new Decomposition(Wavelet.SYM3, 4, 64),
                new EncoderSettings(2, 512, 8, 20, 256, 3, 0), Variant.full(), Quirks.published().withCalendar());
        try (Model model = Model.of(architecture, 96, 96, 3, 0.05); Scope scope = Scope.open(Compute.cpu64())) {
            double[] marks = new double[2 * 96 * 4];
            for (int i = 0; i < marks.length; i++) {
                int t = i / 4 % 96;
                marks[i] = switch (i % 4) {
                    case 0 -> t % 24 / 23.0 - 0.5;
                    case 1 -> t / 24 % 7 / 6.0 - 0.5;
                    case 2 -> t / 24 % 30 / 30.0 - 0.5;
                    default -> t / 24 / 365.0 - 0.5;
                };
            }
            Tensor forecast = model.network().forward(input(scope, 96, 3), List.of(scope.tensor(marks, 2, 96, 4)),
                    model.network().fold(), List.of());
            double[] got = forecast.toDoubles();
            assertEquals(301.8684973, java.util.Arrays.stream(got).sum(), 1e-5);
            assertEquals(3285.264172, java.util.Arrays.stream(got).map(v -> v * v).sum(), 1e-5);
            assertEquals(-26.41255663, weighted(got), 1e-6);
        }
    }

    private static double weighted(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * Math.cos(0.01 * i);
        }
        return sum;
    }

    @Test // section 8: first four steps of the first series for every ablation
    void everyAblationAgrees() {
        Variant full = Variant.full();
        variantGives(full.withoutRotary(), -0.458731883, -0.487463727, -0.565631093, 0.182136568);
        variantGives(full.withoutGate(), -0.491934102, -0.456670019, -0.607416504, 0.102537145);
        variantGives(full.withoutSkip(), -0.465298192, -0.491363953, -0.56757442, 0.17002593);
        variantGives(full.with(Variant.Mixing.SOFTMAX).withoutRotary(), -0.45934677, -0.48729306, -0.565424632, 0.180218788);
        variantGives(full.with(Variant.Mixing.SOFTMAX), -0.459160591, -0.487486048, -0.565651203, 0.180873718);
        variantGives(full.with(Variant.Mixing.LINEAR_AS_PUBLISHED).withoutRotary(), -0.467796782, -0.497965824, -0.576058278, 0.165103551);
        variantGives(full.with(Variant.Mixing.LINEAR_AS_PUBLISHED), -0.478563939, -0.491148025, -0.574387568, 0.141619628);
    }

    private static void variantGives(Variant variant, double... expected) {
        try (Model model = tiny(TINY_MODEL.with(variant)); Scope scope = Scope.open(Compute.cpu64())) {
            double[] got = model.forecast(input(scope, 24, 5)).toDoubles();
            for (int t = 0; t < expected.length; t++) {
                assertEquals(expected[t], got[5 * t], 1e-8, variant + " at step " + t);
            }
        }
    }

    @Test
    void theCorrectedLinearAttentionIsAnotherFunctionThanThePublishedOne() {
        try (Model published = tiny(TINY_MODEL.with(Variant.full().with(Variant.Mixing.LINEAR_AS_PUBLISHED)));
                Model correct = tiny(TINY_MODEL.with(Variant.full().with(Variant.Mixing.LINEAR)));
                Scope scope = Scope.open(Compute.cpu64())) {
            double a = published.forecast(input(scope, 24, 5)).toDoubles()[0];
            double b = correct.forecast(input(scope, 24, 5)).toDoubles()[0];
            assertTrue(Math.abs(a - b) > 1e-6);
        }
    }

    @Test
    void aBatchInFloat32GivesWhatEachSampleAloneGivesInFloat64() {
        Architecture architecture = new Architecture(new Decomposition(Wavelet.COIF3, 2, 16),
                new EncoderSettings(2, 32, 4, 2, 24, 3, 0), Variant.full(), Quirks.published());
        try (Parameters wide = Parameters.create(Compute.cpu64(), 3); Parameters narrow = Parameters.create(Compute.cpu(), 3)) {
            WaveRoraNetwork exact = new WaveRoraNetwork(architecture, 24, 16, 5, wide);
            WaveRoraNetwork fast = new WaveRoraNetwork(architecture, 24, 16, 5, narrow);
            double[] samples = new double[19 * 24 * 5];
            java.util.Arrays.setAll(samples, i -> Math.sin(0.7 * i) + 0.01 * (i % 120));
            double[] together;
            try (Scope scope = Scope.open(Compute.cpu())) { // 19 samples: enough for the convolutions of TokenLinear
                together = fast.forward(scope.tensor(samples, 19, 24, 5), List.of(), fast.fold(), List.of()).toDoubles();
            }
            for (int b = 0; b < 19; b++) {
                try (Scope scope = Scope.open(Compute.cpu64())) {
                    double[] one = java.util.Arrays.copyOfRange(samples, b * 120, (b + 1) * 120);
                    double[] alone = exact.forward(scope.tensor(one, 1, 24, 5), List.of(), exact.fold(), List.of()).toDoubles();
                    assertEquals(80, alone.length);
                    for (int i = 0; i < alone.length; i++) {
                        assertEquals(alone[i], together[b * 80 + i], 2e-5, "sample " + b + ", entry " + i);
                    }
                }
            }
        }
    }
}
