package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every string has an outcome: a molecule with features in range, or a reason. */
class OutcomeTest {

    private static final ParseSettings SETTINGS = ParseSettings.standard();

    /** {@code -Dmutations=20000} for more. */
    private static final int MUTATIONS = Integer.getInteger("mutations", 3000);

    @Test
    void readsEverySubstance() {
        for (String smiles : MutatedSmiles.SUBSTANCES) {
            checkFeatures(smiles, Read.graph(smiles));
        }
    }

    @Test
    void answersEveryMutationOfASubstance() {
        MutatedSmiles mutated = new MutatedSmiles(7);
        int molecules = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            molecules += checkOutcome(mutated.next());
        }
        assertTrue(molecules > MUTATIONS / 20 && molecules < MUTATIONS, molecules + " of " + MUTATIONS + " are molecules");
    }

    @Test
    void answersRandomCharacters() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append((char) (random.nextInt(20) == 0 ? random.nextInt(Character.MAX_VALUE) : 32 + random.nextInt(95)));
            }
            checkOutcome(text.toString());
        }
    }

    /** {@return 1 for a molecule} */
    private static int checkOutcome(String smiles) {
        Parsed parsed = Molecule.parse(smiles, SETTINGS);
        if (parsed instanceof Parsed.Ok ok) {
            checkFeatures(smiles, new Featurizer(MotifOrder.REFERENCE).graph(ok.molecule()));
            checkFeatures(smiles, Featurizer.standard().graph(ok.molecule()));
            return 1;
        }
        String reason = ((Parsed.Refused) parsed).reason();
        assertFalse(reason.isBlank() || reason.contains("\n") || reason.startsWith(MoleculeReader.UNEXPECTED), smiles + ": " + reason);
        return 0;
    }

    private static void checkFeatures(String smiles, MoleculeGraph graph) {
        assertTrue(graph.atoms() > 0 && graph.motifs() > 0, smiles);
        checkRange(smiles, graph.atomFeatures(), AtomFeatures.SIZES);
        checkRange(smiles, graph.bondFeatures(), BondFeatures.SIZES);
        checkRange(smiles, graph.motifFeatures(), MotifFeatures.SIZES);
        assertTrue(Arrays.stream(graph.bondEnds()).allMatch(atom -> atom >= 0 && atom < graph.atoms()), smiles);
    }

    private static void checkRange(String smiles, int[] rows, List<Integer> sizes) {
        for (int k = 0; k < rows.length; k++) {
            assertTrue(rows[k] >= 0 && rows[k] < sizes.get(k % sizes.size()), smiles);
        }
    }

    static List<String> hardStrings() {
        List<String> hard = new ArrayList<>(List.of(
                "C".repeat(1000), "C(".repeat(499) + "C" + ")C".repeat(499), "C1" + "C".repeat(998) + "1", "(".repeat(100_000), "[".repeat(100_000),
                "C" + "=".repeat(100_000), "C" + "1".repeat(100_000), "%".repeat(100_000), "C.".repeat(1000), "[C" + "+".repeat(100_000) + "]",
                "C1" + "c2ccc(cc2)".repeat(160) + "1", "C" + "[C@H](O)".repeat(330) + "C", "C1" + "[C@H](O)".repeat(330) + "1",
                "C" + "/C=C/C=C".repeat(240), "C" + "([H])([H])C".repeat(333), "[Na+].".repeat(999) + "[Na+]", "c1ccccc1".repeat(160),
                "C1CC1".repeat(300)));
        hard.add(Lattice.hexagons(30, 32, "C"));
        hard.add(Lattice.hexagons(16, 16, "[C+]"));
        hard.add(Lattice.hexagons(12, 12, "*"));
        hard.add(Lattice.cube(7, "[Fe]"));
        return hard;
    }

    @ParameterizedTest
    @MethodSource("hardStrings")
    void answersWhatIsMadeToBeHard(String smiles) {
        checkOutcome(smiles);
    }

    @Test
    void refusesWorkBeyondItsBudget() throws SmilesRefusedException {
        WorkBudget budget = new WorkBudget();
        budget.spend(50_000_000);
        String reason = "";
        try {
            budget.spend(1);
        } catch (SmilesRefusedException e) {
            reason = e.getMessage();
        }
        assertEquals("too complex: rings or stereo centres need more work than a molecule is given", reason);
    }

    @Test
    void givesTheSameFromManyThreads() {
        List<String> strings = new ArrayList<>(MutatedSmiles.SUBSTANCES);
        List<String> expected = strings.stream().map(OutcomeTest::fingerprint).toList();
        List<String> answers = IntStream.range(0, 8 * strings.size()).parallel().mapToObj(i -> fingerprint(strings.get(i % strings.size()))).toList();
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(expected.get(i % strings.size()), answers.get(i));
        }
    }

    private static String fingerprint(String smiles) {
        MoleculeGraph graph = Read.graph(smiles);
        return Arrays.toString(graph.atomFeatures()) + Arrays.toString(graph.bondFeatures()) + Arrays.toString(graph.motifFeatures())
                + Arrays.deepToString(graph.motifAtoms());
    }
}
