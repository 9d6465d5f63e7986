package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.importer.Importers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    private Path cache = Path.of("");

    @BeforeEach
    void useAnEmptyCache() {
        System.setProperty("trivium.cache", cache.toString());
    }

    @AfterEach
    void useTheStandardCache() {
        System.clearProperty("trivium.cache");
    }

    @Test
    void theListMarksWhatCanBeReadAsASeries() {
        Run run = Run.of("data", "list");
        assertEquals(0, run.code());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("  ETTh1 +\\* .*hourly")), run.out());
        assertEquals(1, run.out().lines().filter("forecasting"::equals).count(), "every domain has one heading");
    }

    @Test
    void theListCanBeOneDomainAndJson() throws IOException {
        JsonNode sets = new ObjectMapper().readTree(Run.of("data", "list", "--domain", "molecules", "--json").out()).get("sets");
        assertTrue(sets.size() > 5);
        sets.forEach(set -> assertEquals("molecules", set.get("domain").asText()));
    }

    @Test
    void infoNamesLicenceChecksumAndSource() {
        Run run = Run.of("data", "info", "etth1");
        assertAll(() -> assertEquals(0, run.code()),
                () -> assertTrue(run.out().contains("CC BY-ND 4.0"), run.out()),
                () -> assertTrue(run.out().contains("SHA-256 f18de3ad"), run.out()),
                () -> assertTrue(run.out().contains("cached      no"), run.out()));
    }

    @Test
    void infoNamesTheColumnsAndSplitsOfMolecules() throws IOException {
        String delaney = Run.of("data", "info", "delaney_splits").out();
        assertTrue(delaney.contains("molecules   regression, SMILES in column smiles"), delaney);
        assertTrue(delaney.contains("tasks       logSolubility (log10(mol/l))"), delaney);
        assertTrue(delaney.contains("splits      3 published: test_delaney_1.csv, test_delaney_2.csv"), delaney);
        assertTrue(Run.of("data", "info", "ToxCast").out().contains("tasks       all columns but smiles"));
        JsonNode tox21 = new ObjectMapper().readTree(Run.of("data", "info", "Tox21", "--json").out()).get("molecules");
        assertEquals("classification", tox21.get("labels").asText());
        assertEquals(12, tox21.get("tasks").size());
    }

    @Test
    void anUnknownNameIsAMatterOfUsageAndGetsSuggestions() {
        Run run = Run.of("data", "info", "ETTh3");
        assertEquals(2, run.code());
        assertTrue(run.error().contains("got ETTh3; did you mean ETTh1"), run.error());
    }

    @Test
    void getUnpacksTheSampleWithoutANetwork() throws IOException {
        Run run = Run.of("data", "get", "chicago-l", "--offline");
        assertEquals(0, run.code());
        Path file = Path.of(run.out().strip());
        assertTrue(file.startsWith(cache), run.out());
        assertTrue(Files.readString(file).startsWith("date,"));
    }

    @Test
    void offlineIsRefusedWhereTheNetworkWouldBeNeeded() {
        Run run = Run.of("data", "get", "ETTh1", "--offline");
        assertEquals(1, run.code());
        assertTrue(run.error().startsWith("trivium: ETTh1.csv must be in the cache or in a mirror to work offline"), run.error());
    }

    @Test
    void aMirrorMustBeAFolder() {
        Run run = Run.of("data", "get", "ETTh1", "--mirror", cache.resolve("none").toString());
        assertEquals(1, run.code());
        assertEquals("trivium: mirror must be a folder, got " + cache.resolve("none"), run.error());
    }

    @Test
    void importTurnsALogIntoATableWithGaps() throws IOException {
        Path log = Files.writeString(cache.resolve("kpi.csv"),
                "Cell;Datetime;Volume\nc1;2019-01-01 00:00:00;5\nc2;2019-01-01 01:00:00;0.25\n");
        Path out = cache.resolve("table.csv");
        Run run = Run.of("data", "import", "lte-kpi", log.toString(), "--out", out.toString());
        assertEquals(0, run.code(), run.error());
        assertTrue(run.out().contains("2 of 4 cells (50.0 %)"), run.out());
        assertEquals("date,c1.Volume,c2.Volume\n2019-01-01T00:00:00,5,\n2019-01-01T01:00:00,,0.25\n", Files.readString(out));
        Run again = Run.of("data", "import", "lte-kpi", log.toString(), "--out", out.toString());
        assertEquals(2, again.code());
        JsonNode read = new ObjectMapper().readTree(
                Run.of("data", "import", "lte-kpi", log.toString(), "--out", out.toString(), "--force", "--json").out());
        assertEquals(2, read.get("missingCells").asInt());
    }

    @Test
    void importNamesEveryFormatAndRefusesOthers() {
        String help = Run.of("data", "import", "--help").out();
        Importers.all().forEach(importer -> assertTrue(help.contains("  " + importer.name() + " "), importer.name()));
        Run run = Run.of("data", "import", "pcap", "x", "--out", cache.resolve("y.csv").toString());
        assertEquals(2, run.code());
        assertTrue(run.error().contains("format must be one of ulb-readings, "), run.error());
        Run absent = Run.of("data", "import", "umich-rss", cache.resolve("x").toString(), "--out", cache.resolve("y.csv").toString());
        assertEquals("trivium: " + cache.resolve("x") + ": no such file or folder", absent.error());
    }
}
