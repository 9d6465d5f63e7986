package dev.trivium.imputation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenMaskTest {

    private final SeriesSet truth = PatternTest.series(50, 3, true);
    private final HiddenMask mask = Blocks.published().draw(truth, 4);

    @TempDir
    private Path folder;

    @Test
    void aSavedMaskComesBackEqual() throws IOException {
        Path file = folder.resolve("a.mask");
        mask.save(file);
        HiddenMask back = HiddenMask.load(file);
        assertEquals(mask, back);
        assertEquals(mask.describe(), back.describe());
        assertEquals(mask.hide(truth).sha256(), back.hide(truth).sha256());
        assertEquals(1, Files.list(folder).count(), "no temporary file is left");
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        Path file = folder.resolve("a.mask");
        mask.save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            IOException refusal = assertThrows(IOException.class, () -> HiddenMask.load(file));
            assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        }
        for (int length : new int[] {0, 5, 40, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(IOException.class, () -> HiddenMask.load(file));
        }
    }

    @Test
    void anotherSeriesIsRefused() {
        double[] values = truth.toArray();
        values[0] += mask.hidden(0, 0) ? 0 : 1;
        values[1] += mask.hidden(0, 1) ? 0 : 1;
        SeriesSet other = SeriesSet.of(truth.time(), truth.variables(), values);
        String message = assertThrows(IllegalArgumentException.class, () -> mask.hide(other)).getMessage();
        assertTrue(message.startsWith("truth must be the series for which the mask was drawn"), message);
        message = assertThrows(IllegalArgumentException.class, () -> mask.hide(PatternTest.series(49, 3, true))).getMessage();
        assertEquals("truth must have the shape of the mask, (time=50, series=3), got (49, 3)", message);
    }

    /** So a mask can be published without the values that it hides, and a poisoned truth gives the same visible series. */
    @Test
    void hiddenValuesAreNoPartOfTheMask() {
        double[] values = truth.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = mask.hidden(i / 3, i % 3) ? 1e9 : values[i];
        }
        SeriesSet poisoned = SeriesSet.of(truth.time(), truth.variables(), values);
        assertEquals(mask.hide(truth).sha256(), mask.hide(poisoned).sha256());
        assertEquals(mask, Blocks.published().draw(poisoned, 4));
    }

    @Test
    void theSeedAndTheCellsDecideTheChecksum() {
        assertEquals(mask.sha256(), Blocks.published().draw(truth, 4).sha256());
        assertTrue(!mask.sha256().equals(Blocks.published().draw(truth, 5).sha256()));
    }
}
