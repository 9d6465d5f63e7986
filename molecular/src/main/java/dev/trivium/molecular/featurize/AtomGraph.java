package dev.trivium.molecular.featurize;

import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * A molecule as plain arrays, which the rules of this package read: atoms in the order of the string, bonds in RDKit's order, neighbours of
 * an atom in the order of its bonds. Kekulé orders stand beside the aromatic flags. Filled once, then only read.
 */
final class AtomGraph {

    /** Atomic number; 0 for {@code *}. */
    final int[] element;
    final int[] charge;
    /** Mass number; 0 if none is given. */
    final int[] isotope;
    /** Hydrogens that are no atoms of their own. */
    final int[] hydrogens;
    final boolean[] bracket;
    final boolean[] aromatic;
    final boolean[] inRing;
    final int[][] neighbours;
    /** Bonds of an atom, each to the neighbour of the same index. */
    final int[][] incident;

    final int[] begin;
    final int[] end;
    /** 1 to 4. */
    final int[] order;
    final boolean[] aromaticBond;
    final boolean[] ringBond;

    private AtomGraph(int atoms, int bonds) {
        element = new int[atoms];
        charge = new int[atoms];
        isotope = new int[atoms];
        hydrogens = new int[atoms];
        bracket = new boolean[atoms];
        aromatic = new boolean[atoms];
        inRing = new boolean[atoms];
        neighbours = new int[atoms][];
        incident = new int[atoms][];
        begin = new int[bonds];
        end = new int[bonds];
        order = new int[bonds];
        aromaticBond = new boolean[bonds];
        ringBond = new boolean[bonds];
    }

    /**
     * {@return the arrays of a container with ring flags and without aromaticity}
     *
     * @param bracket whether each atom stood in brackets
     * @param bonds   the numbers of the two atoms of each bond, in RDKit's order
     */
    static AtomGraph of(IAtomContainer container, boolean[] bracket, List<int[]> bonds) {
        AtomGraph graph = new AtomGraph(container.getAtomCount(), bonds.size());
        System.arraycopy(bracket, 0, graph.bracket, 0, bracket.length);
        for (int a = 0; a < graph.atoms(); a++) {
            IAtom atom = container.getAtom(a);
            graph.element[a] = number(atom.getAtomicNumber());
            graph.charge[a] = number(atom.getFormalCharge());
            graph.isotope[a] = number(atom.getMassNumber());
            graph.hydrogens[a] = number(atom.getImplicitHydrogenCount());
            graph.inRing[a] = atom.isInRing();
        }
        for (int b = 0; b < graph.bonds(); b++) {
            graph.begin[b] = bonds.get(b)[0];
            graph.end[b] = bonds.get(b)[1];
            IBond bond = container.getBond(container.getAtom(graph.begin[b]), container.getAtom(graph.end[b]));
            graph.order[b] = bond.getOrder().numeric();
            graph.ringBond[b] = bond.isInRing();
        }
        graph.join();
        return graph;
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }

    private void join() {
        int[] degree = new int[atoms()];
        for (int b = 0; b < bonds(); b++) {
            degree[begin[b]]++;
            degree[end[b]]++;
        }
        for (int a = 0; a < atoms(); a++) {
            neighbours[a] = new int[degree[a]];
            incident[a] = new int[degree[a]];
        }
        int[] filled = new int[atoms()];
        for (int b = 0; b < bonds(); b++) {
            neighbours[begin[b]][filled[begin[b]]] = end[b];
            incident[begin[b]][filled[begin[b]]++] = b;
            neighbours[end[b]][filled[end[b]]] = begin[b];
            incident[end[b]][filled[end[b]]++] = b;
        }
    }

    int atoms() {
        return element.length;
    }

    int bonds() {
        return order.length;
    }

    int degree(int atom) {
        return neighbours[atom].length;
    }

    /** {@return degree with the hydrogens} */
    int connections(int atom) {
        return neighbours[atom].length + hydrogens[atom];
    }

    /** {@return Kekulé orders and hydrogens, summed} */
    int valence(int atom) {
        int sum = hydrogens[atom];
        for (int b : incident[atom]) {
            sum += order[b];
        }
        return sum;
    }

    /** {@return the other end of a bond} */
    int other(int bond, int atom) {
        return begin[bond] == atom ? end[bond] : begin[bond];
    }
}
