package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.csv.CsvReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue against a real mirror: every file that the mirror has is the one the catalogue means. */
class MirrorTest {

    @TempDir
    private Path folder;

    @Test
    void givesEveryFileOfTheCatalogueThatIsPinnedBySha256() throws IOException {
        Path mirror = mirror();
        DatasetCache cache = DatasetCache.at(folder).withMirror(mirror).offline();
        int fetched = 0;
        for (DataSet set : Catalog.builtIn().all()) {
            for (DataFile file : set.files()) {
                if (file.checksum().kind() == Checksum.Kind.SHA_256) {
                    Path path = cache.get(set, file, Progress.none());
                    assertTrue(file.matches(path), path.toString());
                    Files.delete(path);
                    fetched++;
                }
            }
        }
        assertEquals(186, fetched); // 184 of the mirror, and two samples
    }

    @Test
    void holdsSeriesOfTheShapeAndStepThatTheCatalogueStates() throws IOException {
        Path mirror = mirror();
        DatasetCache cache = DatasetCache.at(folder).withMirror(mirror).offline();
        List<String> read = new ArrayList<>();
        for (DataSet set : Catalog.builtIn().all()) {
            if (set.reading().isPresent() && set.main().checksum().kind() == Checksum.Kind.SHA_256) {
                CsvReading reading = cache.read(set, Progress.none());
                Matcher shape = Pattern.compile("(\\d+)×(\\d+)").matcher(set.layout().shape());
                assertTrue(shape.find(), set.name());
                assertEquals(Long.parseLong(shape.group(1)), reading.rows(), set.name());
                assertEquals(Integer.parseInt(shape.group(2)), reading.series().width(), set.name());
                if (reading.series().time().step().isPresent()) {
                    assertEquals(set.layout().step(), reading.series().time().stepText(), set.name());
                }
                read.add(set.name());
            }
        }
        assertEquals(List.of("chicago-l", "telosb", "ETTh1", "ETTh2", "ETTm1", "ETTm2", "weather", "exchange_rate", "exchange_rate_lstnet", "illness",
                "electricity_sample", "AQI36", "beijing_multisite", "italy_air_quality", "lora_vineyard", "metr_la_week", "lte_cells",
                "5G_cells"), read);
    }

    @Test
    void givesTheMembersOfItsArchives() throws IOException {
        Path mirror = mirror();
        List<String> unpacked = new ArrayList<>();
        for (DataSet set : Catalog.builtIn().all()) {
            if (set.main().source() instanceof Source.Member member) {
                Path only = Files.createDirectories(folder.resolve("mirror").resolve(set.name()));
                Path archive = only.resolve(member.archive().mirror());
                Files.createDirectories(archive.getParent());
                Files.copy(mirror.resolve(member.archive().mirror()), archive);
                DatasetCache cache = DatasetCache.at(folder.resolve("cache")).withMirror(only).offline();
                assertTrue(set.main().matches(cache.main(set, Progress.none())), set.name());
                unpacked.add(set.name());
            }
        }
        assertEquals(List.of("weather", "exchange_rate", "illness"), unpacked);
    }

    private static Path mirror() {
        Optional<Path> mirror = SharedFolder.find().map(shared -> shared.resolve("data")).filter(Files::isDirectory);
        Assumptions.assumeTrue(mirror.isPresent(), "skipped: ../shared is absent");
        return mirror.orElseThrow();
    }
}
