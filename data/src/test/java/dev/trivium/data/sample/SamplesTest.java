package dev.trivium.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    private final Sample sample = Samples.chicagoL();

    @Test
    void holdsAsManyRowsAndSeriesAsItSaysOnConsecutiveDays() throws IOException {
        List<String> lines = lines();
        assertEquals(sample.content().length(), lines.size() - 1);
        LocalDate day = LocalDate.of(2001, 1, 8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(sample.content().width() + 1, cells.length, line);
            assertEquals(day, LocalDate.parse(cells[0]));
            for (int s = 1; s < cells.length; s++) {
                assertTrue(Double.parseDouble(cells[s]) >= 0, line);
            }
            day = day.plusDays(1);
        }
        assertEquals(LocalDate.of(2016, 8, 15), day);
    }

    @Test
    void isReadAsDailySeriesWithTheirUnit() throws IOException {
        SeriesSet series = sample.series();
        assertEquals(sample.content().length(), series.length());
        assertEquals(sample.content().width(), series.width());
        assertEquals(0, series.missing());
        assertEquals(sample.content().step(), series.time().stepText());
        assertEquals("2001-01-08", series.time().label(0));
        assertEquals("2016-08-14", series.time().label(series.length() - 1));
        assertEquals(new Variable("Clark_Lake", Optional.of("thousand people")), series.variables().get(6));
        assertEquals(15.561, series.value(0, 6));
    }

    @Test
    void extractsTheFileAndLeavesItWhenItIsThereAlready(@TempDir Path folder) throws IOException {
        Path first = sample.extract(folder.resolve("new"));
        assertEquals("chicago-l.csv", first.getFileName().toString());
        assertEquals(lines(), Files.readAllLines(first, StandardCharsets.UTF_8));
        assertEquals(first, sample.extract(folder.resolve("new")));
        try (var files = Files.list(folder.resolve("new"))) {
            assertEquals(List.of(first), files.toList());
        }
    }

    @Test
    void refusesToReplaceAnotherFileOfThatName(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("chicago-l.csv"), "mine", StandardCharsets.UTF_8);
        IOException refused = assertThrows(IOException.class, () -> sample.extract(folder));
        assertEquals("folder must not hold another chicago-l.csv, got " + other, refused.getMessage());
        assertEquals("mine", Files.readString(other, StandardCharsets.UTF_8));
    }

    @Test
    void refusesADamagedFile() {
        Sample damaged = new Sample("chicago-l", "t", "d", "l", "c", new Sample.Content(1, 1, "1 day", "u", "00", CsvOptions.defaults()));
        IOException refused = assertThrows(IOException.class, damaged::open);
        assertEquals("chicago-l.csv inside the jar must have SHA-256 00, got " + sample.content().sha256(), refused.getMessage());
    }

    @Test
    void carriesItsLicenceAndItsSource() throws IOException {
        assertTrue(sample.licenceText().contains("Permission is hereby granted"));
        assertTrue(sample.source().contains(sample.content().sha256()));
    }

    @Test
    void isFoundByNameInAnyCaseAndNamesTheOthersIfUnknown() {
        assertEquals(sample, Samples.get("Chicago-L"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Samples.get("boston-t"));
        assertEquals("name must be a sample, one of chicago-l, telosb, got boston-t", refused.getMessage());
    }

    @Test
    void theMotesAreMinutesWithoutAGapInTheirUnits() throws IOException {
        Sample motes = Samples.telosB();
        SeriesSet series = motes.series();
        assertEquals(motes.content().length(), series.length());
        assertEquals(motes.content().width(), series.width());
        assertEquals(0, series.missing());
        assertEquals("0 … 389 by 1 (390)", series.time().toString());
        assertEquals(Variable.of("mote1.temperature", "°C"), series.variables().get(0));
        assertEquals(Variable.of("mote4.humidity", "%"), series.variables().get(7));
        assertEquals(43.7975, series.value(0, 1));
        assertTrue(motes.licenceText().contains("Open Data Commons Attribution License (ODC-By) v1.0"));
        assertTrue(motes.licenceText().contains("Creative Commons Attribution 4.0 International Public License"));
        assertTrue(motes.source().contains(motes.content().sha256()));
    }

    private List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(sample.open(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
