package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;

/** A stereo centre as written: its tag and its neighbours in the order of the string. Grows while the string is read. */
final class WrittenCentre {

    /** Stands for a neighbour that was folded. */
    static final int FOLDED = -1;

    private final int chirality;
    private final boolean first;
    private final int hydrogens;
    private final List<Integer> neighbours;
    private int closures;

    /** @param first whether no atom precedes it in its fragment */
    WrittenCentre(BracketAtom atom, boolean first) {
        this(atom.chirality(), first, atom.hydrogens(), new ArrayList<>());
    }

    private WrittenCentre(int chirality, boolean first, int hydrogens, List<Integer> neighbours) {
        this.chirality = chirality;
        this.first = first;
        this.hydrogens = hydrogens;
        this.neighbours = neighbours;
    }

    void add(int atom) {
        neighbours.add(atom);
    }

    /** A ring number stands here; the other atom may come later. */
    void addRing(int number) {
        closures++;
        neighbours.add(placeholder(number));
    }

    void resolveRing(int number, int atom) {
        neighbours.set(neighbours.indexOf(placeholder(number)), atom);
    }

    private static int placeholder(int number) {
        return FOLDED - 1 - number;
    }

    /** {@return this centre after atoms were removed} */
    WrittenCentre renumbered(int[] numbers) {
        WrittenCentre moved = new WrittenCentre(chirality, first, hydrogens, neighbours.stream().map(a -> a < 0 ? a : numbers[a]).toList());
        moved.closures = closures;
        return moved;
    }

    /**
     * {@return the tag relative to the order of the bonds, a folded hydrogen last} Each swap of two neighbours turns it round. With three
     * neighbours, so does a hydrogen in front of them, and, as RDKit has it, a single ring number at a saturated centre without hydrogen.
     */
    int tag(AtomGraph graph, int atom) {
        if (chirality != StereoCentre.CLOCKWISE && chirality != StereoCentre.COUNTERCLOCKWISE) {
            return chirality;
        }
        boolean turned = false;
        for (int k = 0; k < neighbours.size(); k++) {
            for (int l = 0; l < k; l++) {
                turned ^= place(graph, atom, neighbours.get(l)) > place(graph, atom, neighbours.get(k));
            }
        }
        if (neighbours.size() == 3) {
            turned ^= first && hydrogens == 1 || hydrogens != 1 && closures == 1 && saturated(graph, atom);
        }
        return turned ? StereoCentre.CLOCKWISE + StereoCentre.COUNTERCLOCKWISE - chirality : chirality;
    }

    private static int place(AtomGraph graph, int atom, int neighbour) {
        int[] inOrder = graph.neighbours[atom];
        int place = 0;
        while (place < inOrder.length && inOrder[place] != neighbour) {
            place++;
        }
        return place;
    }

    private static boolean saturated(AtomGraph graph, int atom) {
        for (int bond : graph.incident[atom]) {
            if (graph.order[bond] > 1 || graph.aromaticBond[bond]) {
                return false;
            }
        }
        return true;
    }
}
