package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoleculeEncoderTest {

    private static final Architecture SMALL = new Architecture(2, 8, 2, 4);

    /** Channel by channel what the encoder makes of molecules. */
    private record Values(double[] atom, double[] motif, double[] graph) {
        static Values of(TaskKind kind, List<MoleculeTokens> molecules) {
            try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
                MoleculeEncoder encoder = new MoleculeEncoder(kind, SMALL, parameters);
                ReferenceModel.fill(parameters);
                MoleculeEncoder.Vectors vectors = encoder.forward(scope, MoleculeBatch.of(molecules), Mode.PREDICT);
                return new Values(vectors.atom().toDoubles(), vectors.motif().toDoubles(), vectors.graph().toDoubles());
            }
        }
    }

    /** The reference's figures have ten digits. */
    private static void assertAgrees(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9 * Math.max(1, Math.abs(expected[i])), "element " + i);
        }
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceInFloat64(TaskKind kind) {
        Values values = Values.of(kind, ReferenceModel.molecules());
        String name = kind.name().toLowerCase(Locale.ROOT);
        assertAgrees(ReferenceModel.numbers(name, "f_atom"), values.atom());
        assertAgrees(ReferenceModel.numbers(name, "f_motif"), values.motif());
        assertAgrees(ReferenceModel.numbers(name, "f_graph"), values.graph());
        double[] sum = new double[values.atom().length];
        Arrays.setAll(sum, i -> values.atom()[i] + values.motif()[i] + values.graph()[i]);
        assertAgrees(ReferenceModel.numbers(name, "f_out"), sum);
    }

    @ParameterizedTest
    @EnumSource
    void readsAtomsInTheirOrderForTheSequenceOnly(TaskKind kind) {
        MoleculeTokens molecule = ReferenceModel.molecule("CC(=O)Nc1ccc(O)cc1");
        int[] moved = new int[molecule.atomCount()]; // where each atom goes
        Arrays.setAll(moved, i -> (7 * i + 3) % moved.length);
        Values before = Values.of(kind, List.of(molecule));
        Values after = Values.of(kind, List.of(renumbered(molecule, moved)));
        assertArrayEquals(before.graph(), after.graph(), 1e-9);
        assertArrayEquals(before.motif(), after.motif(), 1e-12);
        assertTrue(difference(before.atom(), after.atom()) > 1e-3);
    }

    private static MoleculeTokens renumbered(MoleculeTokens molecule, int[] moved) {
        byte[] atoms = new byte[molecule.atoms().length];
        for (int i = 0; i < moved.length; i++) {
            System.arraycopy(molecule.atoms(), 11 * i, atoms, 11 * moved[i], 11);
        }
        char[] ends = new char[molecule.ends().length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (char) moved[molecule.ends()[i]];
        }
        return new MoleculeTokens(atoms, ends, molecule.bonds(), molecule.motifs());
    }

    @ParameterizedTest
    @EnumSource
    void readsMotifsInTheirOrder(TaskKind kind) {
        MoleculeTokens molecule = ReferenceModel.molecule("CC(=O)Nc1ccc(O)cc1");
        byte[] backwards = new byte[molecule.motifs().length];
        for (int m = 0; m < molecule.motifCount(); m++) {
            System.arraycopy(molecule.motifs(), 12 * m, backwards, 12 * (molecule.motifCount() - 1 - m), 12);
        }
        Values before = Values.of(kind, List.of(molecule));
        Values after = Values.of(kind, List.of(new MoleculeTokens(molecule.atoms(), molecule.ends(), molecule.bonds(), backwards)));
        assertArrayEquals(before.atom(), after.atom());
        assertArrayEquals(before.graph(), after.graph());
        assertTrue(difference(before.motif(), after.motif()) > 1e-3);
    }

    @ParameterizedTest
    @EnumSource
    void aMoleculeAloneIsWhatItIsInABatch(TaskKind kind) {
        List<MoleculeTokens> molecules = List.of(ReferenceModel.molecule("C"), ReferenceModel.molecule("CN1CCC[C@H]1c1cccnc1"),
                ReferenceModel.molecule("[Na+].[Cl-]"), ReferenceModel.molecule("CC(=O)O"));
        Values together = Values.of(kind, molecules);
        for (int i = 0; i < molecules.size(); i++) {
            Values alone = Values.of(kind, List.of(molecules.get(i)));
            assertArrayEquals(Arrays.copyOfRange(together.atom(), 16 * i, 16 * i + 16), alone.atom(), 1e-11);
            assertArrayEquals(Arrays.copyOfRange(together.motif(), 16 * i, 16 * i + 16), alone.motif(), 1e-11);
            assertArrayEquals(Arrays.copyOfRange(together.graph(), 16 * i, 16 * i + 16), alone.graph(), 1e-11);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWinnerIsATokenOfItsMolecule(TaskKind kind) {
        List<MoleculeTokens> molecules = ReferenceModel.molecules();
        MoleculeBatch batch = MoleculeBatch.of(molecules);
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            MoleculeEncoder.Tokens tokens = new MoleculeEncoder(kind, SMALL, parameters).tokens(scope, batch, Mode.PREDICT);
            assertWithin(tokens.graphs().nodes().winners(tokens.atoms()), batch.atoms().owner());
            assertWithin(tokens.ofMotifs().winners(tokens.motifs()), batch.motifs().owner());
        }
    }

    private static void assertWithin(Tensor winners, int[] owner) {
        double[] rows = winners.toDoubles();
        for (int i = 0; i < rows.length; i++) {
            assertEquals(i / 16, owner[(int) rows[i]]);
        }
    }
}
