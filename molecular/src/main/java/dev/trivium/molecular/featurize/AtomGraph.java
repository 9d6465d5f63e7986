package dev.trivium.molecular.featurize;

import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.jspecify.annotations.Nullable;

/**
 * A molecule as plain arrays, which the rules of this package read: atoms in the order of the string, bonds in RDKit's order, neighbours of
 * an atom in the order of its bonds. Kekulé orders stand beside the aromatic flags. Filled once, then only read.
 */
final class AtomGraph {

    private static final IBond.Order[] ORDERS =
            {IBond.Order.UNSET, IBond.Order.SINGLE, IBond.Order.DOUBLE, IBond.Order.TRIPLE, IBond.Order.QUADRUPLE};

    /** Atomic number; 0 for {@code *}. */
    final int[] element;
    final int[] charge;
    /** Mass number; 0 if none is given. */
    final int[] isotope;
    /** Hydrogens that are no atoms of their own: implied, written in brackets, or folded. */
    final int[] hydrogens;
    /** Those of them that the string does not write: the ones SMILES implies for an atom without brackets. */
    final int[] implicit;
    /** Atom class, such as 7 in {@code [CH4:7]}; 0 if none. */
    final int[] label;
    /** Written in brackets, so without hydrogens that are implied. */
    final boolean[] bracket;
    /** Written in lower case. */
    final boolean[] writtenAromatic;
    /** Tag of a tetrahedral centre, see {@link StereoCentre}; 0 if none. */
    final int[] chirality;
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
    /** 1 if the string marks a bond with {@code /} from its beginning to its end, -1 with {@code \}, else 0. */
    final int[] mark;
    /** Stereo of a double bond, see {@link DoubleBond}; 0 if none. */
    final int[] doubleBond;

    private AtomGraph(int atoms, int bonds) {
        element = new int[atoms];
        charge = new int[atoms];
        isotope = new int[atoms];
        hydrogens = new int[atoms];
        implicit = new int[atoms];
        label = new int[atoms];
        bracket = new boolean[atoms];
        writtenAromatic = new boolean[atoms];
        chirality = new int[atoms];
        aromatic = new boolean[atoms];
        inRing = new boolean[atoms];
        neighbours = new int[atoms][];
        incident = new int[atoms][];
        begin = new int[bonds];
        end = new int[bonds];
        order = new int[bonds];
        aromaticBond = new boolean[bonds];
        ringBond = new boolean[bonds];
        mark = new int[bonds];
        doubleBond = new int[bonds];
    }

    /** {@return the arrays of a molecule with ring flags; without aromaticity and stereo} */
    static AtomGraph of(Draft draft) {
        IAtomContainer container = draft.container();
        AtomGraph graph = new AtomGraph(draft.atoms().size(), draft.bonds().size());
        for (int a = 0; a < graph.atoms(); a++) {
            IAtom atom = container.getAtom(a);
            graph.element[a] = number(atom.getAtomicNumber());
            graph.charge[a] = number(atom.getFormalCharge());
            graph.isotope[a] = number(atom.getMassNumber());
            graph.hydrogens[a] = number(atom.getImplicitHydrogenCount());
            graph.implicit[a] = draft.implicit(a);
            graph.label[a] = number(atom.getProperty(CDKConstants.ATOM_ATOM_MAPPING));
            graph.bracket[a] = draft.atoms().get(a).bracket();
            graph.writtenAromatic[a] = draft.atoms().get(a).aromatic();
            graph.inRing[a] = atom.isInRing();
        }
        for (int b = 0; b < graph.bonds(); b++) {
            graph.begin[b] = draft.bonds().get(b).begin();
            graph.end[b] = draft.bonds().get(b).end();
            graph.mark[b] = draft.bonds().get(b).mark();
            IBond bond = graph.cdkBond(container, b);
            graph.order[b] = bond.getOrder().numeric();
            graph.ringBond[b] = bond.isInRing();
        }
        graph.join();
        return graph;
    }

    private IBond cdkBond(IAtomContainer container, int bond) {
        return container.getBond(container.getAtom(begin[bond]), container.getAtom(end[bond]));
    }

    /** Tells CDK's view of the molecule about charges, hydrogens, bond orders and aromaticity. */
    void writeTo(IAtomContainer container) {
        for (int a = 0; a < atoms(); a++) {
            container.getAtom(a).setFormalCharge(charge[a]);
            container.getAtom(a).setImplicitHydrogenCount(hydrogens[a]);
            container.getAtom(a).setIsAromatic(aromatic[a]);
        }
        for (int b = 0; b < bonds(); b++) {
            IBond bond = cdkBond(container, b);
            bond.setOrder(ORDERS[order[b]]);
            bond.setIsAromatic(aromaticBond[b]);
        }
    }

    private static int number(@Nullable Integer value) {
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

    /** {@return the bond between two atoms, -1 if there is none} */
    int bond(int one, int other) {
        for (int k = 0; k < neighbours[one].length; k++) {
            if (neighbours[one][k] == other) {
                return incident[one][k];
            }
        }
        return -1;
    }

    /** {@return the other end of a bond} */
    int other(int bond, int atom) {
        return begin[bond] == atom ? end[bond] : begin[bond];
    }
}
