package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.Depiction;
import dev.trivium.molecular.featurize.Drawing;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.Arrays;

/** A molecule coloured by what a prediction rests on. */
public final class Drawings {

    private Drawings() {}

    /** {@return the molecule coloured by the shares of its atoms; a bond takes the smaller of its two atoms' shares} */
    public static Drawing byAtoms(Depiction depiction, TokenWeights weights) {
        double[] atoms = weights.atomShares();
        int[] ends = weights.graph().bondEnds();
        double[] bonds = new double[ends.length / 2];
        Arrays.setAll(bonds, b -> Math.min(atoms[ends[2 * b]], atoms[ends[2 * b + 1]]));
        return depiction.draw(weights.molecule(), atoms, bonds);
    }

    /**
     * {@return the molecule coloured by the weights of its motifs, {@link Weighting#EFFECT} as parts of their sum: an atom or bond takes the
     * largest weight of the motifs it is part of}
     */
    public static Drawing byMotifs(Depiction depiction, TokenWeights weights, int task) {
        double[] atoms = new double[weights.graph().atoms()];
        int[] ends = weights.graph().bondEnds();
        double[] bonds = new double[ends.length / 2];
        int[][] motifs = weights.graph().motifAtoms();
        double[] parts = Weighting.EFFECT.parts(weights, task);
        for (int m = 0; m < motifs.length; m++) {
            boolean[] inside = new boolean[atoms.length];
            for (int atom : motifs[m]) {
                inside[atom] = true;
                atoms[atom] = Math.max(atoms[atom], parts[m]);
            }
            for (int b = 0; b < bonds.length; b++) {
                bonds[b] = inside[ends[2 * b]] && inside[ends[2 * b + 1]] ? Math.max(bonds[b], parts[m]) : bonds[b];
            }
        }
        return depiction.draw(weights.molecule(), atoms, bonds);
    }
}
