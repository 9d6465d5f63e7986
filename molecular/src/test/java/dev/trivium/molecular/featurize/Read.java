package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Molecules, features and reasons of SMILES strings, for tests. */
final class Read {

    /** Columns of the atoms' features. */
    static final int ELEMENT = 0;
    static final int DEGREE = 1;
    static final int HYDROGENS = 2;
    static final int IMPLICIT_VALENCE = 3;
    static final int VALENCE = 4;
    static final int CHARGE = 5;
    static final int HYBRIDISATION = 6;
    static final int RADICALS = 7;
    static final int CHIRALITY = 8;
    static final int AROMATIC = 9;
    static final int IN_RING = 10;

    /** Columns of the bonds' features. */
    static final int TYPE = 0;
    static final int CONJUGATED = 1;
    static final int STEREO = 2;

    private Read() {}

    static Parsed.Ok parsed(String smiles) {
        Parsed parsed = Molecule.parse(smiles, ParseSettings.standard());
        if (parsed instanceof Parsed.Ok ok) {
            return ok;
        }
        throw new AssertionError(smiles + ": " + parsed);
    }

    static String refusal(String smiles) {
        Parsed parsed = Molecule.parse(smiles, ParseSettings.standard());
        if (parsed instanceof Parsed.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError(smiles + " must be refused");
    }

    static List<String> notes(String smiles) {
        return parsed(smiles).notes();
    }

    static AtomGraph atomGraph(String smiles) {
        return parsed(smiles).molecule().perception().graph();
    }

    static Rings rings(String smiles) {
        return parsed(smiles).molecule().perception().rings();
    }

    static MoleculeGraph graph(String smiles) {
        return Featurizer.standard().graph(parsed(smiles).molecule());
    }

    /** {@return one feature of every atom} */
    static List<Integer> atoms(String smiles, int column) {
        return column(graph(smiles).atomFeatures(), AtomFeatures.COUNT, column);
    }

    /** {@return one feature of every bond} */
    static List<Integer> bonds(String smiles, int column) {
        return column(graph(smiles).bondFeatures(), BondFeatures.COUNT, column);
    }

    private static List<Integer> column(int[] rows, int width, int column) {
        return IntStream.range(0, rows.length / width).mapToObj(row -> rows[row * width + column]).toList();
    }

    /** {@return the motifs' atoms, as text} */
    static String motifs(String smiles) {
        return Arrays.deepToString(graph(smiles).motifAtoms());
    }
}
