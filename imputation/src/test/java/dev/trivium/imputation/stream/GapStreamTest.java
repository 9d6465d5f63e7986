package dev.trivium.imputation.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapStreamTest {

    private static final double NO = Double.NaN;
    private static final Instant START = Instant.parse("2024-03-01T10:00:00Z");
    private static final TimeAxis MINUTES = TimeAxis.every(Duration.ofMinutes(1), START, ZoneOffset.UTC, 1);

    @TempDir
    private Path folder;

    private final LastSeen imputer = new LastSeen();

    @Test
    void aRowIsFilledFromTheRowsBeforeIt() {
        GapStream stream = GapStream.start(imputer, 3, MINUTES);
        stream.update(new double[] {1, 10});
        FilledSeries second = stream.update(new double[] {NO, 20});
        assertArrayEquals(new double[] {1, 20}, second.values().toArray());
        assertTrue(second.filled(0, 0));
        assertEquals("2024-03-01T10:01:00", second.values().time().label(0));
    }

    @Test
    void onlyTheWindowIsRemembered() {
        GapStream stream = GapStream.start(imputer, 2, MINUTES);
        stream.update(new double[] {1, 1});
        stream.update(new double[] {NO, 2});
        assertArrayEquals(new double[] {0, 3}, stream.update(new double[] {NO, 3}).values().toArray());
        assertEquals(2, stream.kept().length());
    }

    @Test
    void aRowAfterAPauseLeavesTheRowsBetweenMissing() {
        GapStream stream = GapStream.start(imputer, 4, MINUTES);
        stream.update(new double[] {1, 10});
        FilledSeries later = stream.update(START.plusSeconds(120), new double[] {NO, 30});
        assertArrayEquals(new double[] {1, 30}, later.values().toArray());
        assertEquals(3, stream.kept().length());
        assertEquals("2024-03-01T10:02:00", later.values().time().label(0));
    }

    @Test
    void aPauseLongerThanTheWindowForgetsWhatWasBefore() {
        GapStream stream = GapStream.start(imputer, 4, MINUTES);
        stream.update(new double[] {1, 10});
        FilledSeries later = stream.update(START.plus(Duration.ofDays(2)), new double[] {NO, 30});
        assertArrayEquals(new double[] {0, 30}, later.values().toArray());
        assertEquals("2024-03-03T10:00:00", later.values().time().label(0));
        assertEquals("2024-03-03T10:01:00", stream.update(new double[] {NO, NO}).values().time().label(0));
    }

    @Test
    void aRowOfAWrongClockIsRefusedAndNothingForgotten() {
        GapStream stream = GapStream.start(imputer, 4, MINUTES);
        stream.update(new double[] {1, 10});
        Instant far = START.plus(Duration.ofDays(900));
        String message = assertThrows(IllegalArgumentException.class, () -> stream.update(far, new double[] {NO, 30})).getMessage();
        assertTrue(message.contains("2026-08-18T10:00:00Z") && message.contains("1,000 windows"), message);
        assertArrayEquals(new double[] {1, 10}, stream.update(new double[] {NO, NO}).values().toArray());
    }

    @Test
    void lateValuesTakeTheirPlaceAndTheRowsAfterThemAreFilledAnew() {
        GapStream stream = GapStream.start(imputer, 4, MINUTES);
        stream.update(new double[] {1, 10});
        stream.update(new double[] {NO, 20});
        stream.update(new double[] {NO, 30});
        FilledSeries revised = stream.update(START.plusSeconds(60), new double[] {5, NO});
        assertArrayEquals(new double[] {5, 20, 5, 30}, revised.values().toArray());
        assertArrayEquals(new double[] {5, 40}, stream.update(new double[] {NO, 40}).values().toArray());
    }

    @Test
    void whatIsOlderThanTheWindowIsRefusedAndChangesNothing() {
        GapStream stream = GapStream.start(imputer, 2, MINUTES);
        for (int t = 0; t < 3; t++) {
            stream.update(new double[] {t, t});
        }
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> stream.update(START, new double[] {9, 9}));
        assertEquals("time must not be before the kept rows, which begin at 2024-03-01T10:01:00, got 2024-03-01T10:00:00Z", refusal.getMessage());
        assertArrayEquals(new double[] {2, 7}, stream.update(new double[] {NO, 7}).values().toArray());
    }

    @Test
    void aStampBeforeTheFirstOfAStreamWithoutRowsIsRefused() {
        GapStream stream = GapStream.start(imputer, 2, MINUTES);
        Instant early = START.minusSeconds(60);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> stream.update(early, new double[] {9, 9}));
        assertEquals("time must not be before the kept rows, which begin at 2024-03-01T10:00:00, got 2024-03-01T09:59:00Z", refusal.getMessage());
        assertEquals(0, stream.kept().length());
    }

    @Test
    void aStampBetweenTwoStepsIsRefused() {
        GapStream stream = GapStream.start(imputer, 2, MINUTES);
        assertThrows(IllegalArgumentException.class, () -> stream.update(START.plusSeconds(61), new double[] {1, 1}));
        assertEquals(0, stream.kept().length());
    }

    @Test
    void anAxisThatCountsTakesNumbers() {
        GapStream stream = GapStream.start(imputer, 3, TimeAxis.index(10, 5, 1));
        stream.update(10, new double[] {1, 1});
        assertEquals("20", stream.update(20, new double[] {NO, 2}).values().time().label(0));
        assertThrows(IllegalArgumentException.class, () -> stream.update(22, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> stream.update(START, new double[] {1, 1}));
    }

    @Test
    void anInfiniteValueAndARowOfAnotherLengthAreRefused() {
        GapStream stream = GapStream.start(imputer, 3, MINUTES);
        assertThrows(IllegalArgumentException.class, () -> stream.update(new double[] {1, Double.POSITIVE_INFINITY}));
        assertThrows(IllegalArgumentException.class, () -> stream.update(new double[] {1}));
        assertEquals(0, stream.kept().length());
    }

    @Test
    void aRestoredStreamGoesOnAsTheFirstWouldHave() throws IOException {
        GapStream stream = GapStream.start(imputer, 3, MINUTES);
        stream.update(new double[] {0.1, -0.0});
        stream.update(new double[] {NO, 1e-300});
        Path file = folder.resolve("state.trivium");
        stream.save(file);
        GapStream restored = GapStream.restore(file, imputer);
        for (double[] row : new double[][] {{NO, 3}, {NO, NO}, {4, NO}}) {
            assertArrayEquals(stream.update(row).values().toArray(), restored.update(row).values().toArray());
        }
        assertEquals(stream.kept(), restored.kept());
    }

    @Test
    void aStateOfAnotherImputerIsRefused() throws IOException {
        Path file = folder.resolve("state.trivium");
        GapStream.start(imputer, 3, MINUTES).save(file);
        IOException refusal = assertThrows(IOException.class, () -> GapStream.restore(file, new LastSeen("another")));
        assertTrue(refusal.getMessage().contains("must name the imputer that fills the stream"), refusal.getMessage());
    }

    @Test
    void aStateWithAWindowThatNoStreamHasIsRefused() throws IOException {
        Path file = folder.resolve("state.trivium");
        GapStream.start(imputer, 3, MINUTES).save(file);
        ModelContents own = ModelFile.read(file);
        Map<String, Object> spec = new TreeMap<>(own.spec());
        spec.put("window", Integer.MAX_VALUE);
        ModelFile.write(file, ModelContents.model(own.kind(), own.version(), spec, own.preprocessing(), own.provenance(), own.tensors().values()));
        assertEquals(file + ": spec.json: must describe a stream: window must be between 1 and 1000000, got 2147483647",
                assertThrows(IOException.class, () -> GapStream.restore(file, imputer)).getMessage());
    }
}
