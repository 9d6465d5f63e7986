package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size and start of the published networks: numbers of parameters of the authors' code, and the range of every tensor's first values. */
class WaveRoraParameterCountTest {

    private static final int[] HORIZONS = {96, 192, 336, 720};

    private static Parameters published(String dataset, int horizon) {
        WaveRoraSpec spec = WaveRoraSpec.published(dataset, horizon);
        Parameters parameters = Parameters.create(Compute.cpu(), 1);
        new WaveRoraNetwork(spec.architecture(), spec.lookback(), spec.horizon(), 3, parameters); // no parameter depends on the variates
        return parameters;
    }

    @ParameterizedTest
    @CsvSource({
        "ETTh1, 583213, 595597, 614173, 1333857",
        "ETTh2, 2192881, 2205265, 2223712, 1723392",
        "ETTm1, 3157489, 3169873, 3188449, 3237985",
        "ETTm2, 3166560, 2969584, 2988160, 3247056",
        "Weather, 4689728, 4702112, 4720688, 4770224",
        "Electricity, 5212461, 5224845, 5243421, 5292957",
        "Solar, 3165681, 3178065, 3196641, 3246177",
        "Traffic, 7598833, 7611217, 7629793, 7679329"})
    void everyPublishedSettingHasAsManyParametersAsTheAuthorsCode(String dataset, int h96, int h192, int h336, int h720) {
        long[] ours = Arrays.stream(HORIZONS).mapToLong(horizon -> {
            try (Parameters parameters = published(dataset, horizon)) {
                return parameters.count();
            }
        }).toArray();
        assertEquals(Arrays.toString(new long[] {h96, h192, h336, h720}), Arrays.toString(ours));
    }

    @Test // uniform on ±1/√fan-in: the largest of n values is close to the bound, their mean square a third of its square
    void everyMapStartsUniformOverItsFanIn() {
        try (Parameters parameters = published("ETTh2", 96)) { // coif3, 5 levels of 56, 36, 26, 21, 19, 19; D 64, F 256, d 256, kernel 3
            int[] lengths = {56, 36, 26, 21, 19, 19};
            for (int c = 0; c < lengths.length; c++) {
                startsWithin(parameters, "embedding." + c, lengths[c]);
                startsWithin(parameters, "predictor." + c, 128);
            }
            startsWithin(parameters, "predictor.expand", 64);
            for (String layer : new String[] {"layer.0.", "layer.1."}) {
                startsWithin(parameters, layer + "in", 6 * 64);
                startsWithin(parameters, layer + "out", 256);
                startsWithin(parameters, layer + "attention.score", 256);
                startsWithin(parameters, layer + "attention.skip", 256);
                startsWithin(parameters, layer + "attention.gate", 256);
                startsWithin(parameters, layer + "block.expand", 3 * 64);
                startsWithin(parameters, layer + "block.contract", 3 * 256);
            }
        }
    }

    private static void startsWithin(Parameters parameters, String name, int fanIn) {
        for (String kind : new String[] {".weight", ".bias"}) {
            double[] values = parameters.get(name + kind).toDoubles();
            double bound = 1 / Math.sqrt(fanIn);
            double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
            assertTrue(largest <= bound * 1.0000001 && largest > (kind.equals(".weight") ? 0.98 : 0.8) * bound, name + kind + " reaches " + largest + " of " + bound);
            assertEquals(1.0 / 3, square / (bound * bound), 4.0 / Math.sqrt(values.length), name + kind);
        }
    }

    @Test
    void routersStartNormalAndNormsAsTheIdentity() {
        try (Parameters parameters = published("Electricity", 96)) { // 20 routers of width 512
            double[] routers = parameters.get("layer.1.attention.route").toDoubles();
            assertEquals(20 * 512, routers.length);
            assertEquals(0, Arrays.stream(routers).average().orElseThrow(), 0.04);
            assertEquals(1, Arrays.stream(routers).map(r -> r * r).average().orElseThrow(), 0.06);
            for (String norm : new String[] {"norm1", "norm2"}) {
                assertTrue(Arrays.stream(parameters.get("layer.0.block." + norm + ".weight").toDoubles()).allMatch(v -> v == 1), norm);
                assertTrue(Arrays.stream(parameters.get("layer.0.block." + norm + ".bias").toDoubles()).allMatch(v -> v == 0), norm);
            }
        }
    }
}
