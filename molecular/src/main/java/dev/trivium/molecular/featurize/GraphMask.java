package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A graph with a motif left out, see {@link MoleculeGraph#without}. */
final class GraphMask {

    private static final int GONE = -1;

    private GraphMask() {}

    static MoleculeGraph of(MoleculeGraph graph, int motif) {
        int[][] motifAtoms = graph.motifAtoms();
        int[] number = numbers(graph.atoms(), motifAtoms[motif]);
        int[] ends = graph.bondEnds();
        int[] atoms = IntStream.range(0, number.length).filter(a -> number[a] != GONE).toArray();
        int[] bonds = IntStream.range(0, graph.bonds()).filter(b -> number[ends[2 * b]] != GONE && number[ends[2 * b + 1]] != GONE).toArray();
        int[] motifs = IntStream.range(0, graph.motifs()).filter(m -> m != motif).toArray();
        return new MoleculeGraph(rows(graph.atomFeatures(), AtomFeatures.COUNT, atoms), renumbered(rows(ends, 2, bonds), number),
                rows(graph.bondFeatures(), BondFeatures.COUNT, bonds), rows(graph.motifFeatures(), MotifFeatures.COUNT, motifs),
                Arrays.stream(motifs).mapToObj(m -> renumbered(motifAtoms[m], number)).toArray(int[][]::new));
    }

    /** New numbers of the atoms. */
    private static int[] numbers(int atoms, int[] removed) {
        int[] number = new int[atoms];
        for (int atom : removed) {
            number[atom] = GONE;
        }
        int next = 0;
        for (int a = 0; a < atoms; a++) {
            number[a] = number[a] == GONE ? GONE : next++;
        }
        return number;
    }

    private static int[] renumbered(int[] atoms, int[] number) {
        return Arrays.stream(atoms).map(a -> number[a]).filter(a -> a != GONE).toArray();
    }

    private static int[] rows(int[] all, int width, int[] chosen) {
        return Arrays.stream(chosen).flatMap(row -> Arrays.stream(all, row * width, (row + 1) * width)).toArray();
    }
}
