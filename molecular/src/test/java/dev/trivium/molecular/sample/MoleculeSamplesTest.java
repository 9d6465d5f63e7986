package dev.trivium.molecular.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeSamplesTest {

    private final MoleculeSample sample = MoleculeSamples.meltingPoints();

    @Test
    void holdsDistinctMoleculesEachWithAPlausibleMeltingPoint() throws IOException {
        MoleculeSet set = sample.molecules();
        assertEquals(sample.content().molecules(), set.size());
        assertEquals(List.of("melting_point"), set.tasks());
        assertTrue(DoubleStream.of(set.labels()).allMatch(kelvin -> kelvin > 60 && kelvin < 700));
        assertEquals(List.of(), Identities.of(set).notes());
        assertEquals(353.35, label(set, "C1=CC=C2C=CC=CC2=C1"), 1); // naphthalene
        assertEquals(278.65, label(set, "C1=CC=CC=C1"), 1); // benzene
    }

    @Test
    void extractsTheFile(@TempDir Path folder) throws IOException {
        Path file = sample.extract(folder);
        assertEquals("melting-points.csv", file.getFileName().toString());
        assertEquals("pubchem,smiles,melting_point", Files.readAllLines(file).get(0));
        assertEquals(file, sample.extract(folder));
    }

    @Test
    void carriesItsLicenceAndItsSource() throws IOException {
        assertTrue(sample.licenceText().contains("CC0 1.0 Universal"));
        assertTrue(sample.licenceText().contains("Permission is hereby granted"));
        assertTrue(sample.source().contains(sample.content().sha256()));
    }

    @Test
    void refusesADamagedFile() {
        MoleculeSample damaged = new MoleculeSample("melting-points", "t", "d", "l", "c",
                new MoleculeSample.Content(1, "smiles", "melting_point", TaskKind.REGRESSION, "K", "00"));
        assertEquals("melting-points.csv inside the jar must have SHA-256 00, got " + sample.content().sha256(),
                assertThrows(IOException.class, damaged::open).getMessage());
    }

    @Test
    void isFoundByNameInAnyCaseAndNamesTheOthersIfUnknown() {
        assertEquals(sample, MoleculeSamples.get("Melting-Points"));
        assertEquals("name must be a sample, one of melting-points, got esol",
                assertThrows(IllegalArgumentException.class, () -> MoleculeSamples.get("esol")).getMessage());
    }

    private static double label(MoleculeSet set, String smiles) {
        return set.label(set.smiles().indexOf(smiles), 0);
    }
}
