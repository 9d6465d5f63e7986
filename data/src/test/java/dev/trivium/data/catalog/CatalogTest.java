package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.sample.Sample;
import dev.trivium.data.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void knowsTheForecastingSetsOfTheLiterature() {
        for (String name : List.of("ETTh1", "ETTh2", "ETTm1", "ETTm2", "weather", "exchange_rate", "illness", "electricity", "traffic",
                "solar")) {
            DataSet set = catalog.get(name);
            assertEquals(Domain.FORECASTING, set.domain());
            assertTrue(set.reading().isPresent(), name);
        }
        assertEquals(Optional.of(SplitRule.ETT_HOURLY), catalog.get("ETTh1").reading().orElseThrow().split());
        assertEquals(Optional.of(SplitRule.PUBLISHED), catalog.get("weather").reading().orElseThrow().split());
    }

    @Test
    void hasSetsOfEveryDomainInTheOrderOfTheDomains() {
        for (Domain domain : Domain.values()) {
            assertFalse(catalog.all(domain).isEmpty(), domain.label());
        }
        assertEquals(catalog.all().size(), Arrays.stream(Domain.values()).mapToInt(domain -> catalog.all(domain).size()).sum());
    }

    @Test
    void pinsEveryAddressToACommit() {
        for (DataSet set : catalog.all()) {
            for (DataFile file : set.files()) {
                Source source = file.source() instanceof Source.Member member ? member.archive().source() : file.source();
                if (source instanceof Source.Download download) {
                    assertTrue(download.url().toString()
                            .matches("https://raw\\.githubusercontent\\.com/[^/]+/[^/]+/[0-9a-f]{40}/.+"), set.name());
                }
            }
        }
    }

    @Test
    void knowsTheColumnsOfMoleculesAndTheFilesOfTheirSplits() {
        MoleculeTable tox21 = catalog.get("Tox21").molecules().orElseThrow();
        assertEquals(MoleculeTable.Labels.CLASSIFICATION, tox21.labels());
        assertEquals(12, tox21.tasks().size());
        assertEquals("smiles", tox21.smiles());
        assertEquals(catalog.get("Tox21").main().name(), tox21.file().orElseThrow());
        MoleculeTable delaney = catalog.get("delaney_splits").molecules().orElseThrow();
        assertEquals("log10(mol/l)", delaney.units().get("logSolubility"));
        assertEquals(new MoleculeTable.Parts("train_delaney_2.csv", "valid_delaney_2.csv", "test_delaney_2.csv"), delaney.splits().get(1));
        for (DataSet set : catalog.all()) {
            assertFalse(set.molecules().isPresent() && (set.domain() != Domain.MOLECULES || set.reading().isPresent()), set.name());
        }
    }

    @Test
    void refusesAMoleculeTableThatNamesNoFileOrOneThatTheSetLacks() {
        String set = "{\"format\":1,\"sets\":[{\"name\":\"x\",\"title\":\"x\",\"domain\":\"molecules\",\"shape\":\"1\",\"step\":\"1\","
                + "\"licence\":\"x\",\"citation\":\"x\",\"molecules\":{\"kind\":\"regression\",\"smiles\":\"s\"%s},\"files\":["
                + "{\"name\":\"a.csv\",\"mirror\":\"a.csv\",\"url\":\"https://example.org/a.csv\",\"gitBlobSha1\":\"" + "0".repeat(40) + "\"}]}]}";
        assertEquals("file must be given where there are no splits, got neither", wrong(set.replace("%s", "")));
        assertEquals("file must be one of [a.csv], got b.csv", wrong(set.replace("%s", ",\"file\":\"b.csv\"")));
        assertEquals("split of the catalogue must be three files, got [\"a.csv\"]", unreadable(set.replace("%s", ",\"splits\":[[\"a.csv\"]]")));
    }

    private static String wrong(String json) {
        return assertThrows(IllegalArgumentException.class,
                () -> CatalogReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))).getMessage();
    }

    @Test
    void findsNamesInAnyCase() {
        assertSame(catalog.get("ETTh1"), catalog.get("etTH1"));
        assertTrue(catalog.contains("WEATHER"));
        assertFalse(catalog.contains("wether"));
    }

    @Test
    void suggestsNamesThatLookAlikeOrAreMentionedInATitle() {
        assertEquals("name must be a data set of the catalogue, got wether; did you mean weather?", refused("wether"));
        assertEquals("name must be a data set of the catalogue, got ETTh3; did you mean ETTh1 or ETTh2 or ETTm1?", refused("ETTh3"));
        assertEquals("name must be a data set of the catalogue, got ILI; did you mean illness?", refused("ILI"));
        assertEquals("name must be a data set of the catalogue, got ECL; did you mean electricity or electricity_csv?", refused("ECL"));
        assertEquals("name must be a data set of the catalogue, got zzzzzzzz", refused("zzzzzzzz"));
    }

    @Test
    void describesTheSampleAsTheSampleDoes() {
        Sample sample = Samples.chicagoL();
        DataSet set = catalog.get(sample.name());
        assertInstanceOf(Source.Shipped.class, set.main().source());
        assertEquals(sample.content().sha256(), set.main().checksum().hex());
        assertEquals(new DataSet.Terms(sample.licence(), sample.citation()), set.terms());
        assertEquals(sample.content().length() + "×" + sample.content().width(), set.layout().shape());
        assertEquals(Set.of(sample.content().unit()), Set.copyOf(set.reading().orElseThrow().options().units().values()));
    }

    @Test
    void addsUpTheSizesThatAreOnRecord() {
        assertEquals(2_589_657, catalog.get("ETTh1").bytes());
        assertEquals(DataFile.UNKNOWN_SIZE, catalog.get("electricity").bytes());
    }

    @Test
    void refusesTwoNamesThatDifferOnlyInCase() {
        DataSet set = catalog.get("weather");
        DataSet twin = new DataSet("Weather", set.title(), set.domain(), set.layout(), set.terms(), set.reading(), set.molecules(), set.files());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new Catalog(List.of(set, twin)));
        assertEquals("name must be unique without regard to case, got weather and Weather", refused.getMessage());
    }

    @Test
    void refusesAFileNameOrMirrorPathThatLeavesItsFolder() {
        DataFile good = catalog.get("ETTh1").main();
        for (String name : List.of("../x", "a/b", "", ".lock", "a b")) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> new DataFile(name, 1, good.checksum(), good.source(), "x"));
            assertEquals("name must be a plain file name, got " + name, refused.getMessage());
        }
        for (String mirror : List.of("../x", "/etc/x", "a/../b", "a//b", "", "C:x", "a\\b")) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> new DataFile("x", 1, good.checksum(), good.source(), mirror));
            assertEquals("mirror must be a relative path without . or .., got " + mirror, refused.getMessage());
        }
    }

    @Test
    void refusesAResourceWithAFieldThatIsUnknownOrMissing() {
        assertEquals("catalogue must have only known fields, got \"licens\"", unreadable("{\"format\":1,\"sets\":[{\"licens\":\"MIT\"}]}"));
        assertEquals("format of the catalogue must be 1, got 2", unreadable("{\"format\":2,\"sets\":[]}"));
        assertTrue(unreadable("{\"format\":1,\"sets\":[{\"name\":\"x\",\"title\":\"x\",\"domain\":\"wireless\","
                + "\"shape\":\"1\",\"step\":\"1\",\"citation\":\"x\"}]}")
                .startsWith("catalogue must have \"licence\", got {\"name\":\"x\""));
    }

    private String refused(String name) {
        return assertThrows(IllegalArgumentException.class, () -> catalog.get(name)).getMessage();
    }

    private static String unreadable(String json) {
        return assertThrows(IOException.class,
                () -> CatalogReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))).getMessage();
    }
}
