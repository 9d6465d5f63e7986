package dev.trivium.molecular.featurize;

import java.util.Arrays;

/** The rows of {@link MotifFeatures}. */
final class MotifRows {

    private static final int HALOGEN = 5;
    private static final int OTHER_ELEMENT = 6;
    private static final int FIRST_BOND_TYPE = 7;
    private static final int RING = 11;

    private MotifRows() {}

    /** {@return (motifs, 12); a single carbon that is no group, or no atom at all, has a row of zeros} */
    static int[] of(AtomGraph graph, int[][] motifs) {
        int[] rows = new int[motifs.length * MotifFeatures.COUNT];
        boolean[] inside = new boolean[graph.atoms()];
        for (int m = 0; m < motifs.length; m++) {
            int[] row = row(graph, motifs[m], inside);
            if (motifs[m].length == 1 && row[0] == 1) {
                Arrays.fill(row, 0);
            }
            for (int f = 0; f < row.length; f++) {
                rows[m * MotifFeatures.COUNT + f] = Math.min(row[f], MotifFeatures.SIZES.get(f) - 1);
            }
        }
        return rows;
    }

    private static int[] row(AtomGraph graph, int[] motif, boolean[] inside) {
        int[] row = new int[MotifFeatures.COUNT];
        for (int atom : motif) {
            inside[atom] = true;
            countAtom(row, graph.element[atom]);
        }
        for (int atom : motif) {
            for (int bond : graph.incident[atom]) {
                if (graph.begin[bond] == atom && inside[graph.end[bond]]) {
                    row[FIRST_BOND_TYPE + BondRows.type(graph, bond)]++;
                    row[RING] |= graph.ringBond[bond] ? 1 : 0;
                }
            }
        }
        for (int atom : motif) {
            inside[atom] = false;
        }
        return row;
    }

    private static void countAtom(int[] row, int element) {
        switch (element) {
            case 6 -> row[0]++;
            case 8 -> row[1]++;
            case 7 -> row[2]++;
            case 15 -> row[3]++;
            case 16 -> row[4]++;
            case 9, 17, 35, 53 -> row[HALOGEN] = 1;
            default -> row[OTHER_ELEMENT] = 1;
        }
    }
}
