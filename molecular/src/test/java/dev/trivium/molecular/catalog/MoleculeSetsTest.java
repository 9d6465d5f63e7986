package dev.trivium.molecular.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.SharedData;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.MoleculeSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeSetsTest {

    @TempDir
    private Path folder;

    @Test
    void knowsTheSetsOfMoleculeNetAndTheTenWithPublishedSplits() {
        for (String name : List.of("BBBP", "ESOL", "FreeSolv", "HIV", "Lipophilicity", "BACE", "ClinTox", "SIDER", "Tox21", "MUV", "ToxCast")) {
            assertEquals(0, MoleculeSets.get(name).splits(), name);
        }
        for (String name : List.of("bace", "bbbp", "hiv", "clintox", "sider", "tox21", "delaney", "freesolv", "lipo", "caco2")) {
            assertEquals(3, MoleculeSets.get(name + "_splits").splits(), name);
        }
        assertEquals(21, MoleculeSets.all().size());
        assertEquals(TaskKind.REGRESSION, MoleculeSets.get("esol").kind());
        assertEquals(TaskKind.CLASSIFICATION, MoleculeSets.get("bace_splits").kind());
        assertFalse(MoleculeSets.get("Tox21").entry().terms().licence().isBlank());
    }

    @Test
    void refusesASeriesAnUnknownNameAndASplitThatIsNone() {
        assertEquals("name must be a set that is read as molecules, got ETTh1; see trivium data list --domain molecules",
                refused(() -> MoleculeSets.get("ETTh1")));
        assertEquals("name must be a data set of the catalogue, got Tox22; did you mean Tox21?", refused(() -> MoleculeSets.get("Tox22")));
        DatasetCache cache = DatasetCache.at(folder).offline();
        assertEquals("number must be between 1 and 3, got 0", refused(() -> MoleculeSets.get("bbbp_splits").split(0, cache, Progress.none())));
        assertEquals("number must be left out, for BBBP has no published split, got 1",
                refused(() -> MoleculeSets.get("BBBP").split(1, cache, Progress.none())));
    }

    @Test
    void readsTheRealSetsOfMoleculeNet() throws IOException {
        DatasetCache cache = mirror();
        assertSize("ESOL", 1128, 1, 0, cache);
        assertSize("FreeSolv", 642, 1, 0, cache);
        assertSize("BBBP", 2050, 1, 0, cache);
        assertSize("BACE", 1513, 1, 0, cache);
        assertSize("Tox21", 7831, 12, 16_026, cache);
        assertSize("ClinTox", 1484, 2, 0, cache);
        assertEquals(617, MoleculeSets.get("ToxCast").read(cache, Progress.none()).tasks().size());
    }

    @Test
    void readsPublishedSplits() throws IOException {
        DatasetCache cache = mirror();
        MoleculeSplit bbbp = MoleculeSets.get("bbbp_splits").split(2, cache, Progress.none());
        assertEquals(List.of(1630, 205, 204), List.of(bbbp.train().set().size(), bbbp.validation().set().size(), bbbp.test().set().size()));
        assertEquals("given 2 of 3", bbbp.description());
        assertTrue(bbbp.overlap().test() > 0 && bbbp.overlap().test() < 30, bbbp.overlap()::toString);
        assertEquals(2039, MoleculeSets.get("bbbp_splits").read(cache, Progress.none()).size());
        MoleculeSplit bace = MoleculeSets.get("bace_splits").split(1, cache, Progress.none());
        assertEquals(1210, bace.train().set().size());
        assertTrue(bace.overlap().isEmpty());
    }

    private DatasetCache mirror() {
        return DatasetCache.at(folder).withMirror(SharedData.file("molecules").getParent()).offline();
    }

    private static void assertSize(String name, int molecules, int tasks, int missing, DatasetCache cache) throws IOException {
        MoleculeSet set = MoleculeSets.get(name).read(cache, Progress.none());
        assertEquals(molecules, set.size(), name);
        assertEquals(tasks, set.tasks().size(), name);
        assertEquals(missing, DoubleStream.of(set.labels()).filter(Double::isNaN).count(), name);
    }

    private interface Call {
        void run() throws IOException;
    }

    private static String refused(Call call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
