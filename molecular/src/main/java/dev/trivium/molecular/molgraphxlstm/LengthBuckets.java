package dev.trivium.molecular.molgraphxlstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Batches of molecules of like length for prediction: the sLSTM walks along the longest of a batch, so a long one among short ones would
 * keep all of them waiting, and a bound on the atoms of a batch bounds memory.
 */
final class LengthBuckets {

    private static final int MOST_MOLECULES = 256;
    private static final int MOST_NUMBERS = 6144 * 128; // of one matrix of atom vectors
    private static final int LEAST_ATOMS = 1024;

    private LengthBuckets() {}

    /** {@return the numbers of the molecules, each once, in batches for a network of that width; a molecule beyond the bound is alone} */
    static List<int[]> of(List<MoleculeTokens> molecules, int width) {
        int mostAtoms = Math.max(LEAST_ATOMS, MOST_NUMBERS / Math.max(128, width));
        int[] order = IntStream.range(0, molecules.size()).boxed()
                .sorted(Comparator.comparingInt(i -> molecules.get(i).atomCount())).mapToInt(i -> i).toArray();
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        int atoms = 0;
        for (int to = 0; to < order.length; to++) {
            int next = molecules.get(order[to]).atomCount();
            if (to > from && (to - from == MOST_MOLECULES || atoms + next > mostAtoms)) {
                batches.add(Arrays.copyOfRange(order, from, to));
                from = to;
                atoms = 0;
            }
            atoms += next;
        }
        if (order.length > 0) {
            batches.add(Arrays.copyOfRange(order, from, order.length));
        }
        return batches;
    }
}
