package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.sequence.Packing;
import java.util.List;

/**
 * Molecules side by side: their atoms, bonds and motifs numbered through, and no padding.
 *
 * @param atoms which atoms belong to which molecule
 * @param motifs which motifs belong to which molecule
 * @param atomFeatures (atoms, 11) row-major
 * @param motifFeatures (motifs, 12) row-major
 * @param bondKinds (2 · bonds), the combination of features of each directed bond
 * @param sources (2 · bonds), the atom each directed bond comes from
 * @param targets (2 · bonds), the atom it goes to
 */
record MoleculeBatch(Packing atoms, Packing motifs, int[] atomFeatures, int[] motifFeatures, int[] bondKinds, int[] sources,
        int[] targets) {

    static MoleculeBatch of(List<MoleculeTokens> molecules) {
        Packing atoms = Packing.of(molecules.stream().mapToInt(MoleculeTokens::atomCount).toArray());
        Packing motifs = Packing.of(molecules.stream().mapToInt(MoleculeTokens::motifCount).toArray());
        int[] atomFeatures = new int[molecules.stream().mapToInt(m -> m.atoms().length).sum()];
        int[] motifFeatures = new int[molecules.stream().mapToInt(m -> m.motifs().length).sum()];
        int edges = 2 * molecules.stream().mapToInt(m -> m.bonds().length).sum();
        MoleculeBatch batch = new MoleculeBatch(atoms, motifs, atomFeatures, motifFeatures, new int[edges], new int[edges], new int[edges]);
        int atom = 0;
        int motif = 0;
        int edge = 0;
        for (int i = 0; i < molecules.size(); i++) {
            MoleculeTokens molecule = molecules.get(i);
            atom = copy(molecule.atoms(), atomFeatures, atom);
            motif = copy(molecule.motifs(), motifFeatures, motif);
            edge = batch.addBonds(molecule, atoms.offset(i), edge);
        }
        return batch;
    }

    private static int copy(byte[] from, int[] to, int at) {
        for (int k = 0; k < from.length; k++) {
            to[at + k] = from[k];
        }
        return at + from.length;
    }

    private int addBonds(MoleculeTokens molecule, int firstAtom, int firstEdge) {
        int edge = firstEdge;
        for (int b = 0; b < molecule.bonds().length; b++) {
            int u = firstAtom + molecule.ends()[2 * b];
            int v = firstAtom + molecule.ends()[2 * b + 1];
            bondKinds[edge] = molecule.bonds()[b];
            sources[edge] = u;
            targets[edge++] = v;
            bondKinds[edge] = molecule.bonds()[b];
            sources[edge] = v;
            targets[edge++] = u;
        }
        return edge;
    }

    int size() {
        return atoms.sequences();
    }
}
