package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The motifs of a molecule: {@link AtomGroups groups}, then bonds between plain carbons, then {@link RingSystems rings}. */
final class Motifs {

    private Motifs() {}

    /** {@return the atoms of each motif, ascending; for one atom that is no motif, that atom; one empty motif if there is nothing else} */
    static int[][] of(Perception perception, MotifOrder order) {
        AtomGraph graph = perception.graph();
        List<BitSet> motifs = new ArrayList<>(AtomGroups.of(graph, starts(graph, order)));
        List<BitSet> rings = RingSystems.of(perception.rings());
        if (order == MotifOrder.ASCENDING) {
            rings.sort(Comparator.comparing(ring -> ring.stream().toArray(), java.util.Arrays::compare));
        }
        motifs.addAll(rings);
        if (motifs.isEmpty()) {
            return new int[][] {graph.atoms() == 1 ? new int[] {0} : new int[0]};
        }
        return motifs.stream().map(motif -> motif.stream().toArray()).toArray(int[][]::new);
    }

    private static int[] starts(AtomGraph graph, MotifOrder order) {
        List<Integer> atoms = FunctionalAtoms.of(graph);
        if (order == MotifOrder.ASCENDING) {
            return atoms.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        }
        IntegerSet set = new IntegerSet();
        atoms.forEach(set::add);
        return set.values();
    }
}
