package dev.trivium.reproduce.timetracker.zeroshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Path SETTINGS = Path.of("timetracker-zeroshot", "settings.csv"); // tests run in the folder of the module

    @Test
    void theTenSetsHaveTheSeasonsOfTheRule() throws IOException {
        List<StudySet> sets = SettingsFile.read(SETTINGS);
        assertEquals(List.of("ETTh1", "ETTh2", "ETTm1", "ETTm2", "weather", "exchange", "ILI", "LTE", "5G", "chicago-l"),
                sets.stream().map(StudySet::name).toList());
        assertEquals(List.of(24, 24, 96, 96, 144, 7, 52, 24, 24, 7), sets.stream().map(StudySet::season).toList());
    }

    @Test
    void windowsStartAtAllPlacesOfTheSeasonAndContextsAreWholePatches() throws IOException {
        for (StudySet set : SettingsFile.read(SETTINGS)) {
            assertEquals(BigInteger.ONE, BigInteger.valueOf(set.stride()).gcd(BigInteger.valueOf(set.season())), set.name());
            assertEquals(0, set.lengths().context() % 24, set.name());
            assertTrue(set.lengths().context() / 24 + (set.horizon() + 23) / 24 <= 64, set.name());
            assertTrue(set.season() <= set.lengths().simple(), set.name());
        }
    }

    @Test
    void aWrongLineIsRefusedWithItsNumber(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("settings.csv");
        Files.writeString(file, Files.readString(SETTINGS).replace("exchange,exchange_rate,published,,1 day,96,7,11", "exchange,exchange_rate,published,,1 day,96,7,0"));
        assertEquals(file + ", line 7: stride must be at least 1, got 0", assertThrows(IOException.class, () -> SettingsFile.read(file)).getMessage());
    }
}
