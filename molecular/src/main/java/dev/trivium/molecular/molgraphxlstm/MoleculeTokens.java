package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.featurize.AtomFeatures;
import dev.trivium.molecular.featurize.BondFeatures;
import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.featurize.MotifFeatures;

/**
 * A featurised molecule in as few bytes as a training keeps of it.
 *
 * @param atoms (atoms, 11) row-major
 * @param ends (bonds, 2) row-major, numbers of atoms
 * @param bonds (bonds), each the three features of a bond as one number
 * @param motifs (motifs, 12) row-major
 */
record MoleculeTokens(byte[] atoms, char[] ends, byte[] bonds, byte[] motifs) {

    static MoleculeTokens of(MoleculeGraph graph) {
        return new MoleculeTokens(bytes(graph.atomFeatures()), characters(graph.bondEnds()), bondKinds(graph.bondFeatures()),
                bytes(graph.motifFeatures()));
    }

    int atomCount() {
        return atoms.length / AtomFeatures.COUNT;
    }

    int motifCount() {
        return motifs.length / MotifFeatures.COUNT;
    }

    private static byte[] bytes(int[] features) {
        byte[] bytes = new byte[features.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) features[i]; // the largest table has 44 rows
        }
        return bytes;
    }

    private static char[] characters(int[] numbers) {
        char[] characters = new char[numbers.length];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) numbers[i]; // a molecule has at most 10,000 atoms
        }
        return characters;
    }

    /** {@return the number of each bond's combination of features, the last running fastest: so few that each is embedded once} */
    static byte[] bondKinds(int[] features) {
        byte[] kinds = new byte[features.length / BondFeatures.COUNT];
        for (int i = 0; i < kinds.length; i++) {
            int kind = 0;
            for (int k = 0; k < BondFeatures.COUNT; k++) {
                kind = kind * BondFeatures.SIZES.get(k) + features[i * BondFeatures.COUNT + k];
            }
            kinds[i] = (byte) kind;
        }
        return kinds;
    }
}
