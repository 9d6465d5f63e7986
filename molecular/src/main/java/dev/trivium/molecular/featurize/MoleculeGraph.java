package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a model sees of a molecule: features of atoms, of bonds and of motifs, all small integers (see {@link AtomFeatures},
 * {@link BondFeatures}, {@link MotifFeatures}). There is at least one atom and one motif. Immutable: arrays are copies.
 */
public final class MoleculeGraph {

    private final int[] atomFeatures;
    private final int[] bondEnds;
    private final int[] bondFeatures;
    private final int[] motifFeatures;
    private final int[][] motifAtoms;

    MoleculeGraph(int[] atomFeatures, int[] bondEnds, int[] bondFeatures, int[] motifFeatures, int[][] motifAtoms) {
        this.atomFeatures = atomFeatures;
        this.bondEnds = bondEnds;
        this.bondFeatures = bondFeatures;
        this.motifFeatures = motifFeatures;
        this.motifAtoms = motifAtoms;
    }

    /** {@return the number of atoms} */
    public int atoms() {
        return atomFeatures.length / AtomFeatures.COUNT;
    }

    /** {@return the number of bonds, each counted once} */
    public int bonds() {
        return bondEnds.length / 2;
    }

    /** {@return the number of motifs} */
    public int motifs() {
        return motifAtoms.length;
    }

    /** {@return (atoms, 11) row-major, each below {@link AtomFeatures#SIZES}} */
    public int[] atomFeatures() {
        return atomFeatures.clone();
    }

    /** {@return (bonds, 2) row-major: the numbers of the two atoms; bonds along the string, then ring closures by their number} */
    public int[] bondEnds() {
        return bondEnds.clone();
    }

    /** {@return (bonds, 3) row-major, each below {@link BondFeatures#SIZES}} */
    public int[] bondFeatures() {
        return bondFeatures.clone();
    }

    /** {@return (motifs, 12) row-major, each below {@link MotifFeatures#SIZES}} */
    public int[] motifFeatures() {
        return motifFeatures.clone();
    }

    /** {@return for each motif, in the order of its features, its atoms in ascending order; empty for the one motif of a molecule without} */
    public int[][] motifAtoms() {
        return Arrays.stream(motifAtoms).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * {@return this graph less one motif; empty if no atom or no motif would be left} The motif's row goes, and so do its atoms with all
     * bonds at them. What stays keeps its features as they were perceived in the whole molecule; motifs that share atoms with it keep
     * their rows, their lists of atoms lose the shared ones.
     */
    public Optional<MoleculeGraph> without(int motif) {
        return Optional.of(GraphMask.of(this, motif)).filter(graph -> graph.atoms() > 0 && graph.motifs() > 0);
    }
}
