package dev.trivium.nn.wavelet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaveletTransformTest {

    static Stream<Arguments> references() throws IOException {
        try (InputStream in = WaveletTransformTest.class.getResourceAsStream("dwt.json")) {
            List<Arguments> cases = new ArrayList<>();
            new ObjectMapper().readTree(Objects.requireNonNull(in)).get("transforms").properties()
                    .forEach(field -> cases.add(Arguments.of(field.getKey(), field.getValue())));
            return cases.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void agreesWithTheReferenceImplementation(String name, JsonNode expected) {
        String[] parts = name.split("_"); // such as sym3_n25_J3
        int length = Integer.parseInt(parts[1].substring(1));
        int levels = Integer.parseInt(parts[2].substring(1));
        WaveletTransform transform = WaveletTransform.of(Wavelet.valueOf(parts[0].toUpperCase(Locale.ROOT)), levels, length);
        List<Double> coefficients = new ArrayList<>();
        expected.get("detail").forEach(level -> level.forEach(d -> coefficients.add(d.doubleValue())));
        expected.get("approx").forEach(a -> coefficients.add(a.doubleValue()));
        double[] signal = new double[length];
        Arrays.setAll(signal, t -> Math.sin(0.35 * t) + 0.05 * t);
        assertArrayEquals(coefficients.stream().mapToDouble(Double::doubleValue).toArray(), product(transform.analysis(), signal), 1e-12);
    }

    private static double[] product(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += row[i] * x[i];
            }
            return sum;
        }).toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SYM3  | 3 | 96  | 50,27,16,16
            SYM3  | 3 | 192 | 98,51,28,28
            SYM3  | 3 | 336 | 170,87,46,46
            SYM3  | 3 | 720 | 362,183,94,94
            SYM3  | 4 | 96  | 50,27,16,10,10
            SYM3  | 4 | 192 | 98,51,28,16,16
            SYM3  | 4 | 336 | 170,87,46,25,25
            SYM3  | 4 | 720 | 362,183,94,49,49
            COIF3 | 2 | 96  | 56,36,36
            COIF3 | 2 | 720 | 368,192,192
            COIF3 | 3 | 96  | 56,36,26,26
            COIF3 | 3 | 192 | 104,60,38,38
            COIF3 | 4 | 336 | 176,96,56,36,36
            COIF3 | 5 | 96  | 56,36,26,21,19,19
            COIF3 | 5 | 192 | 104,60,38,27,22,22
            COIF3 | 5 | 336 | 176,96,56,36,26,26
            COIF3 | 5 | 720 | 368,192,104,60,38,38
            HAAR  | 3 | 96  | 48,24,12,12
            HAAR  | 3 | 720 | 360,180,90,90
            """)
    void lengthsAreThoseOfPyWavelets(Wavelet wavelet, int levels, int length, String expected) {
        int[] lengths = WaveletTransform.of(wavelet, levels, length).lengths();
        assertArrayEquals(Arrays.stream(expected.split(",")).mapToInt(Integer::parseInt).toArray(), lengths);
    }

    @ParameterizedTest
    @EnumSource
    void synthesisAfterAnalysisIsTheIdentity(Wavelet wavelet) {
        for (int levels = 1; levels <= 6; levels++) {
            for (int length : new int[] {1, 2, 3, 5, 7, 16, 24, 25, 31, 96, 97}) {
                WaveletTransform transform = WaveletTransform.of(wavelet, levels, length);
                double[][] analysis = transform.analysis();
                double[][] synthesis = transform.synthesis();
                assertEquals(Arrays.stream(transform.lengths()).sum(), analysis.length);
                assertEquals(length, synthesis.length);
                for (int t = 0; t < length; t++) {
                    double[] impulse = new double[length];
                    impulse[t] = 1;
                    assertArrayEquals(impulse, product(synthesis, product(analysis, impulse)), 1e-10,
                            wavelet + ", levels " + levels + ", length " + length);
                }
            }
        }
    }

    @ParameterizedTest // an orthogonal transform of all of the integers, restricted to the signal (Mallat 2009, §7.3)
    @EnumSource
    void synthesisIsTheTranspositionOfAnalysisSoThatEnergyStays(Wavelet wavelet) {
        WaveletTransform transform = WaveletTransform.of(wavelet, 4, 53);
        double[][] analysis = transform.analysis();
        double[][] synthesis = transform.synthesis();
        for (int k = 0; k < analysis.length; k++) {
            for (int t = 0; t < 53; t++) {
                assertEquals(analysis[k][t], synthesis[t][k], 1e-15);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HAAR, 1", "SYM3, 3", "COIF3, 6"})
    void detailsDoNotSeePolynomialsBelowTheVanishingMoments(Wavelet wavelet, int moments) {
        int length = 60;
        double[][] analysis = WaveletTransform.of(wavelet, 1, length).analysis();
        int inside = wavelet.taps() / 2; // the filter lies inside the signal
        for (int degree = 0; degree <= moments; degree++) {
            double[] signal = new double[length];
            int power = degree;
            Arrays.setAll(signal, t -> Math.pow((t - 30) / 30.0, power));
            double largest = Arrays.stream(product(analysis, signal), inside, length / 2).map(Math::abs).max().orElseThrow();
            assertEquals(degree < moments, largest < 1e-9, "degree " + degree + ": " + largest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersAreOrthonormalToTheirEvenShifts(Wavelet wavelet) {
        double[] low = wavelet.decompositionLow();
        double[] high = wavelet.decompositionHigh();
        for (int shift = 0; shift < low.length; shift += 2) {
            assertEquals(shift == 0 ? 1 : 0, correlation(low, low, shift), 1e-10);
            assertEquals(shift == 0 ? 1 : 0, correlation(high, high, shift), 1e-10);
            assertEquals(0, correlation(low, high, shift), 1e-14);
            assertEquals(0, correlation(high, low, shift), 1e-14);
        }
        assertArrayEquals(reversed(low), wavelet.reconstructionLow());
        assertArrayEquals(reversed(high), wavelet.reconstructionHigh());
        assertEquals(Math.sqrt(2), Arrays.stream(low).sum(), 1e-10);
    }

    private static double correlation(double[] a, double[] b, int shift) {
        double sum = 0;
        for (int i = shift; i < a.length; i++) {
            sum += a[i] * b[i - shift];
        }
        return sum;
    }

    private static double[] reversed(double[] filter) {
        double[] back = new double[filter.length];
        Arrays.setAll(back, i -> filter[filter.length - 1 - i]);
        return back;
    }

    @Test
    void filtersCannotBeChangedFromOutside() {
        Wavelet.HAAR.reconstructionLow()[0] = 99;
        assertEquals(Math.sqrt(0.5), Wavelet.HAAR.reconstructionLow()[0], 1e-15);
    }

    @Test
    void refusesSizesThatAreNone() {
        var error = assertThrows(IllegalArgumentException.class, () -> WaveletTransform.of(Wavelet.HAAR, 0, 8));
        assertEquals("levels must be at least 1, got 0", error.getMessage());
        error = assertThrows(IllegalArgumentException.class, () -> WaveletTransform.of(Wavelet.HAAR, 1, 0));
        assertEquals("length must be at least 1, got 0", error.getMessage());
    }
}
