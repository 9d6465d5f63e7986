package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenWindowsTest {

    private static final float GAP = Float.NaN;

    private static OpenSet set(float[]... series) {
        return new OpenSet("some", "CC0", List.of(), List.of(series));
    }

    private static float[] wave(int rows) {
        float[] x = new float[rows];
        for (int t = 0; t < rows; t++) {
            x[t] = (float) Math.sin(0.7 * t) + 3;
        }
        return x;
    }

    @Test
    void coarserStepsAreMeansAndMissingWhereLessThanHalfIsThere() {
        float[] x = {1, 3, GAP, 5, GAP, GAP, 9};
        assertArrayEquals(new float[] {2, 5, GAP}, OpenWindows.coarser(x, 2));
        assertArrayEquals(x, OpenWindows.coarser(x, 1));
    }

    @Test
    void aShortSeriesStandsAtTheEndAndNothingBeforeIt() {
        OpenWindows windows = new OpenWindows(set(wave(120)));
        for (int i = 0; i < 100; i++) {
            float[] values = new float[500];
            windows.draw(new Dice(1, i), values);
            assertFalse(Float.isNaN(values[499]));
            assertTrue(Float.isNaN(values[0]) && Float.isNaN(values[379]));
        }
    }

    @Test
    void aWindowIsAStretchOfItsSeries() {
        float[] x = wave(3000);
        OpenWindows windows = new OpenWindows(set(x));
        int found = 0;
        for (int i = 0; i < 200; i++) {
            float[] values = new float[300];
            windows.draw(new Dice(2, i), values);
            for (int from = 0; from <= 2700; from++) {
                if (x[from] == values[0] && Arrays.equals(Arrays.copyOfRange(x, from, from + 300), values)) {
                    found++;
                    break;
                }
            }
        }
        // Half the draws have the series' own step, and 15 % of those are mixed.
        assertTrue(found > 60 && found < 110, found + " of 200");
    }

    @Test
    void theFirstFourFifthsTrainAndTheRestValidates() {
        float[] x = wave(1001);
        assertArrayEquals(Arrays.copyOfRange(x, 0, 800), set(x).training().series().get(0));
        assertArrayEquals(Arrays.copyOfRange(x, 800, 1001), set(x).validation().series().get(0));
    }

    @Test
    void aSeriesThatIsConstantOrMostlyMissingIsLeftOut() {
        float[] constant = new float[100];
        float[] missing = wave(100);
        Arrays.fill(missing, 10, 75, GAP);
        assertEquals(1, set(constant, missing, wave(100)).training().series().size());
        OpenSet none = set(constant).training();
        assertThrows(IllegalArgumentException.class, () -> new OpenWindows(none));
    }

    @Test
    void aNumpyTableIsReadRowByRow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table.npy");
        Files.write(file, npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }\n", 1, 2, 3, -4, 5, 6.5));
        List<float[]> rows = NpyTable.rows(file);
        assertArrayEquals(new float[] {-4, 5, 6.5f}, rows.get(1));
        assertEquals(2, rows.size());
    }

    @Test
    void aNumpyTableOfAnotherKindOrLengthIsRefusedWithItsPath(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table.npy");
        for (byte[] content : List.of(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n", 1, 2, 3),
                npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }\n", 1, 2, 3), new byte[] {1, 2})) {
            Files.write(file, content);
            String message = assertThrows(IOException.class, () -> NpyTable.rows(file)).getMessage();
            assertTrue(message.contains(file.toString()), message);
        }
    }

    private static byte[] npy(String header, double... values) {
        byte[] about = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(10 + about.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) about.length).put(about);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    @Test
    void weightsSumToOneAndNoOpenSetHasMoreThanATenth() {
        assertTrue(Arrays.stream(MixingWeights.standard().openSets()).max().orElseThrow() <= 0.1);
        String message = assertThrows(IllegalArgumentException.class, () -> new MixingWeights(0.5, 0.1, 0.1, 0.1)).getMessage();
        assertTrue(message.contains("sum to 1"), message);
    }
}
