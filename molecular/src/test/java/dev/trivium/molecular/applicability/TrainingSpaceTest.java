package dev.trivium.molecular.applicability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.RealMolecules;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.Descriptor;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSpaceTest {

    private static final MoleculeSet ALCOHOLS = MoleculeSet.of(
            List.of("CO", "not one", "CCO", "CCCO", "CC(C)O", "CCCCO", "CCC(C)O", "OCC"), List.of("x", "y"),
            new double[] {1, 10, 9, 9, 2, Double.NaN, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70});

    private static TrainingSpace space(MoleculeSet set) {
        return TrainingSpace.of(new TrainingMolecules(set), ParseSettings.standard());
    }

    private static Profile profile(String smiles) {
        return Profile.of(((Parsed.Ok) Molecule.parse(smiles, ParseSettings.standard())).molecule());
    }

    @Test
    void namesTheNearestWithRowsAsTheyStoodAndTheirLabels() {
        TrainingSpace space = space(ALCOHOLS);
        assertEquals(7, space.size());
        List<Neighbour> nearest = space.about(profile("C(C)O"), 3).nearest();
        assertEquals(List.of(2, 7), nearest.stream().limit(2).map(Neighbour::row).toList()); // the same molecule twice
        assertEquals(List.of("CCO", "OCC"), nearest.stream().limit(2).map(Neighbour::smiles).toList());
        assertEquals(1, nearest.get(1).similarity());
        assertArrayEquals(new double[] {2, Double.NaN}, nearest.get(0).labels());
        assertTrue(nearest.get(2).similarity() < 1);
    }

    @Test
    void aMoleculeOfTheTrainingDataLiesInside() {
        MoleculeSet chains = Structures.labelled(TaskKind.REGRESSION, 200, 1);
        TrainingSpace space = space(chains);
        long inside = chains.smiles().stream().filter(smiles -> space.about(profile(smiles), 1).inside()).count();
        assertEquals(200, inside);
    }

    @Test
    void aStrangerLiesOutsideAndIsToldWhy() {
        TrainingSpace space = space(ALCOHOLS);
        Applicability about = space.about(profile("Fc1ccccc1"), 2);
        assertFalse(about.inside());
        String all = String.join("\n", about.outside());
        assertTrue(all.contains("molecular weight is 96.10 g/mol, training molecules have 32.04 to 74.12 g/mol"), all);
        assertTrue(all.contains("halogens is 1, training molecules have 0 to 0"), all);
        assertTrue(all.contains("similarity to the nearest training molecule is 0."), all);
    }

    @Test
    void aFigureThatCannotBeComputedLiesOutside() {
        assertTrue(space(ALCOHOLS).about(profile("[Tc]"), 1).outside().contains("molecular weight cannot be compared"));
        TrainingSpace unknown = space(MoleculeSet.of(List.of("[Tc]"), List.of("x"), new double[1]));
        assertTrue(unknown.about(profile("CO"), 1).outside().contains("molecular weight cannot be compared"));
    }

    /** The rule: the 5th percentile of the similarities of training molecules to the nearest other one. */
    @Test
    void ninetyFivePercentOfTheTrainingMoleculesAreNearEnoughToEachOther() {
        MoleculeSet chains = Structures.labelled(TaskKind.REGRESSION, 300, 5);
        TrainingSpace space = space(chains);
        List<Profile> profiles = chains.smiles().stream().map(TrainingSpaceTest::profile).toList();
        long near = IntStream.range(0, 300).filter(i -> IntStream.range(0, 300).filter(j -> j != i)
                .mapToDouble(j -> profiles.get(i).fingerprint().tanimoto(profiles.get(j).fingerprint())).max().orElseThrow()
                >= space.leastSimilarity()).count();
        assertTrue(near >= 285, near + " of 300 are near enough");
        assertTrue(space.leastSimilarity() > 0.2 && space.leastSimilarity() < 0.9, "least similarity " + space.leastSimilarity());
    }

    @Test
    void oneMoleculeIsASpaceToo() {
        TrainingSpace space = space(MoleculeSet.of(List.of("CCO"), List.of("x"), new double[] {4}));
        assertEquals(0, space.leastSimilarity());
        assertEquals(1, space.about(profile("CCC"), 10).nearest().size());
    }

    @Test
    void ofTooManyMoleculesThoseAreKeptThatLieEvenly() {
        int count = TrainingSpace.MOST + 10;
        List<Profile> profiles = Collections.nCopies(count, profile("CCO"));
        MoleculeSet many = MoleculeSet.of(Collections.nCopies(count, "CCO"), List.of(), new double[0]);
        TrainingSpace space = TrainingSpace.of(many, IntStream.range(0, count).toArray(), profiles);
        assertEquals(TrainingSpace.MOST, space.size());
        assertEquals(0, space.rows()[0]);
        assertEquals(count - 1, space.rows()[TrainingSpace.MOST - 1], 2);
    }

    @Test
    void comesBackFromAModelFileAsItWas(@TempDir Path folder) throws IOException {
        TrainingSpace space = space(ALCOHOLS);
        Path file = folder.resolve("space.trivium");
        ModelFile.write(file, ModelContents.model("test", 1, Map.of(), Map.of(), Map.of(), SavedTrainingSpace.tensors(space)));
        TrainingSpace read = SavedTrainingSpace.read(file, 2, ModelFile.read(file).tensors());
        for (String smiles : List.of("C(C)O", "Fc1ccccc1", "CCCC")) {
            Applicability expected = space.about(profile(smiles), 7);
            Applicability actual = read.about(profile(smiles), 7);
            assertEquals(expected.outside(), actual.outside());
            for (int i = 0; i < 7; i++) {
                assertEquals(expected.nearest().get(i).row(), actual.nearest().get(i).row());
                assertEquals(expected.nearest().get(i).smiles(), actual.nearest().get(i).smiles());
                assertEquals(expected.nearest().get(i).similarity(), actual.nearest().get(i).similarity());
                assertArrayEquals(expected.nearest().get(i).labels(), actual.nearest().get(i).labels());
            }
        }
        Path again = folder.resolve("again.trivium");
        ModelFile.write(again, ModelContents.model("test", 1, Map.of(), Map.of(), Map.of(), SavedTrainingSpace.tensors(read)));
        assertEquals(-1, Files.mismatch(file, again));
    }

    @Test
    void refusesTensorsThatAreNoTrainingSpace() {
        refused("rows must increase from 0 or more, got 0 at 6", StoredTensor.ints("training.row", new long[] {7}, new int[] {0, 2, 3, 4, 5, 6, 0}));
        byte[] two = "CO\nC".getBytes(StandardCharsets.UTF_8);
        refused("rows must be 1 to 50000 and as many as SMILES strings, got 7 and 2", StoredTensor.bytes("training.smiles", new long[] {4}, two));
        refused("type of tensor training.similarity must be other than I64 for doubles, got I64",
                StoredTensor.longs("training.similarity", new long[] {1}, new long[1]));
    }

    private static void refused(String message, StoredTensor changed) {
        Map<String, StoredTensor> tensors = new HashMap<>();
        SavedTrainingSpace.tensors(space(ALCOHOLS)).forEach(tensor -> tensors.put(tensor.name(), tensor));
        tensors.put(changed.name(), changed);
        var e = assertThrows(ModelFileException.class, () -> SavedTrainingSpace.read(Path.of("m"), 2, tensors));
        assertEquals("m: weights.safetensors: must hold the training molecules: " + message, e.getMessage());
    }

    @Test
    void refusesNumbersOutOfRange() {
        var e = assertThrows(IllegalArgumentException.class, () -> space(ALCOHOLS).about(profile("C"), 0));
        assertEquals("neighbours must be between 1 and 1000, got 0", e.getMessage());
        var none = assertThrows(IllegalArgumentException.class, () -> space(MoleculeSet.unlabelled(List.of("C1C"))));
        assertEquals("profiles must be at least one and as many as rows, got 0 for 0 rows", none.getMessage());
    }

    /** A random split: about as many test molecules lie outside as the rule leaves of the training molecules, and a little more. */
    @Test
    void mostTestMoleculesOfARandomSplitLieInsideAndThoseOfAnotherSetDoNot() {
        TrainingSpace space = space(RealMolecules.part("delaney", 1, "train"));
        long same = RealMolecules.part("delaney", 1, "test").smiles().stream().filter(s -> space.about(profile(s), 1).inside()).count();
        List<String> others = RealMolecules.part("bace", 1, "test").smiles().subList(0, 60);
        long other = others.stream().filter(s -> space.about(profile(s), 1).inside()).count();
        assertTrue(same > 90 && same < 113, same + " of 113 lie inside");
        assertTrue(other < 10, other + " of 60 lie inside");
        assertTrue(space.range().least()[Descriptor.HEAVY_ATOMS.ordinal()] >= 1);
    }
}
