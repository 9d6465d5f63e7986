package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;

/** Double bonds written with {@code /} and {@code \} on both sides, and their names E and Z. */
final class DoubleBond {

    /** Names, and values of the feature. */
    static final int Z = 1;
    static final int E = 2;

    private static final int SMALLEST_RING = 8;
    private static final int UNKNOWN = 0;

    private DoubleBond() {}

    /** {@return the bonds RDKit considers: not aromatic, in no ring of fewer than 8, two or three neighbours at each end} */
    static List<Integer> candidates(AtomGraph graph, Rings rings) {
        List<Integer> bonds = new ArrayList<>();
        for (int b = 0; b < graph.bonds(); b++) {
            boolean ends = smallEnd(graph, graph.begin[b]) && smallEnd(graph, graph.end[b]);
            if (is(graph, b) && ends && (!graph.ringBond[b] || rings.smallestWithBond(b) >= SMALLEST_RING)) {
                bonds.add(b);
            }
        }
        return bonds;
    }

    private static boolean is(AtomGraph graph, int bond) {
        return graph.order[bond] == 2 && !graph.aromaticBond[bond];
    }

    private static boolean smallEnd(AtomGraph graph, int atom) {
        return graph.degree(atom) == 2 || graph.degree(atom) == 3;
    }

    /** {@return whether there is a mark at any double bond} */
    static boolean anyMarked(AtomGraph graph) {
        for (int b = 0; b < graph.bonds(); b++) {
            if (graph.mark[b] != 0 && (atDouble(graph, graph.begin[b]) || atDouble(graph, graph.end[b]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean atDouble(AtomGraph graph, int atom) {
        for (int b : graph.incident[atom]) {
            if (is(graph, b)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return {@link #Z} if the neighbours of highest rank at both ends are on one side, {@link #E} if not; 0 if that is not known, or two
     * neighbours at one end are of one rank}
     */
    static int name(AtomGraph graph, StereoRanks ranks, int bond) {
        int atBegin = side(graph, ranks, bond, graph.begin[bond]);
        int atEnd = side(graph, ranks, bond, graph.end[bond]);
        return atBegin == UNKNOWN || atEnd == UNKNOWN ? 0 : atBegin == atEnd ? Z : E;
    }

    /** {@return the mark of the neighbour of highest rank, as seen from the double bond; of two neighbours one may have no mark} */
    private static int side(AtomGraph graph, StereoRanks ranks, int bond, int atom) {
        int highest = -1;
        int side = UNKNOWN;
        for (int b : graph.incident[atom]) {
            if (b == bond) {
                continue;
            }
            int other = graph.other(b, atom);
            int mark = graph.begin[b] == atom ? graph.mark[b] : -graph.mark[b];
            if (highest < 0) {
                highest = other;
                side = mark;
                continue;
            }
            if (ranks.of(other) == ranks.of(highest) || mark == side) {
                return UNKNOWN;
            }
            int both = mark != 0 ? mark : -side;
            side = ranks.of(other) > ranks.of(highest) ? both : -both;
        }
        return side;
    }
}
