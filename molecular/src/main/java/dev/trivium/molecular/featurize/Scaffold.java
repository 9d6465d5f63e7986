package dev.trivium.molecular.featurize;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * The framework of a molecule (Bemis and Murcko 1996): its rings, the chains between them, and what hangs on these by a double bond, as in
 * RDKit; no stereo, no isotopes. Two scaffolds are equal if their strings are.
 *
 * @param smiles canonical SMILES; empty for a molecule without rings. The few frameworks that SMILES cannot write, for more than 99 rings
 *     would be open at once, are a list of atoms and bonds in canonical order that starts with {@code graph}
 */
public record Scaffold(String smiles) {

    private static final Scaffold NONE = new Scaffold("");

    /** {@return the scaffold of a molecule} */
    public static Scaffold of(Molecule molecule) {
        boolean[] kept = frame(molecule.perception().graph());
        boolean any = false;
        for (boolean atom : kept) {
            any |= atom;
        }
        if (!any) {
            return NONE;
        }
        IAtomContainer part = part(molecule.perception().graph(), kept);
        try {
            return new Scaffold(new SmilesGenerator(SmiFlavor.UseAromaticSymbols).create(part));
        } catch (CDKException e) {
            return new Scaffold(list(part));
        }
    }

    private static String list(IAtomContainer part) {
        StringBuilder list = new StringBuilder("graph");
        for (IAtom atom : part.atoms()) {
            list.append(' ').append(atom.getAtomicNumber()).append(':').append(atom.getImplicitHydrogenCount()).append(':')
                    .append(atom.getFormalCharge());
        }
        for (IBond bond : part.bonds()) {
            list.append(' ').append(bond.getBegin().getIndex()).append('-').append(bond.getEnd().getIndex()).append('-')
                    .append(bond.isAromatic() ? "a" : bond.getOrder().numeric());
        }
        return list.toString();
    }

    /** {@return whether the molecule has no rings} */
    public boolean isEmpty() {
        return smiles.isEmpty();
    }

    /** Which atoms stay when ends of chains are cut off until there are none, and what hangs on these by a double bond is put back. */
    private static boolean[] frame(AtomGraph graph) {
        boolean[] kept = new boolean[graph.atoms()];
        Arrays.fill(kept, true);
        int[] degree = new int[graph.atoms()];
        Deque<Integer> ends = new ArrayDeque<>();
        for (int a = 0; a < graph.atoms(); a++) {
            degree[a] = graph.degree(a);
            if (degree[a] < 2) {
                ends.add(a);
            }
        }
        while (!ends.isEmpty()) {
            int end = ends.remove();
            if (!kept[end]) {
                continue;
            }
            kept[end] = false;
            for (int next : graph.neighbours[end]) {
                if (kept[next] && --degree[next] == 1) {
                    ends.add(next);
                }
            }
        }
        boolean[] core = kept.clone();
        for (int b = 0; b < graph.bonds(); b++) {
            if (graph.order[b] == 2) {
                kept[graph.begin[b]] |= core[graph.end[b]];
                kept[graph.end[b]] |= core[graph.begin[b]];
            }
        }
        return kept;
    }

    private static IAtomContainer part(AtomGraph graph, boolean[] kept) {
        int[] atoms = IntStream.range(0, kept.length).filter(a -> kept[a]).toArray();
        int[] number = new int[kept.length];
        Arrays.fill(number, -1);
        for (int i = 0; i < atoms.length; i++) {
            number[atoms[i]] = i;
        }
        int[][] properties = new int[atoms.length][];
        int[][] neighbours = new int[atoms.length][];
        int[][] bonds = new int[atoms.length][];
        for (int i = 0; i < atoms.length; i++) {
            int a = atoms[i];
            int[] inside = IntStream.of(graph.incident[a]).filter(b -> kept[graph.other(b, a)]).toArray();
            properties[i] = new int[] {graph.element[a], graph.charge[a], hydrogens(graph, a, kept), graph.aromatic[a] ? 1 : 0,
                    graph.inRing[a] ? 1 : 0};
            neighbours[i] = IntStream.of(inside).map(b -> number[graph.other(b, a)]).toArray();
            bonds[i] = IntStream.of(inside).map(b -> graph.aromaticBond[b] ? 5 : graph.order[b]).toArray();
        }
        return container(graph, kept, IntStream.of(CanonicalOrder.of(properties, neighbours, bonds)).map(i -> atoms[i]).toArray());
    }

    /** The atoms in this order, and their bonds in the order of their atoms. */
    private static IAtomContainer container(AtomGraph graph, boolean[] kept, int[] order) {
        IAtomContainer part = SilentChemObjectBuilder.getInstance().newAtomContainer();
        int[] number = new int[kept.length];
        for (int i = 0; i < order.length; i++) {
            int a = order[i];
            number[a] = i;
            part.newAtom(graph.element[a], hydrogens(graph, a, kept));
            IAtom atom = part.getAtom(i);
            atom.setFormalCharge(graph.charge[a]);
            atom.setIsAromatic(graph.aromatic[a]);
        }
        for (int i = 0; i < order.length; i++) {
            int a = order[i];
            IntStream.of(graph.incident[a]).filter(b -> kept[graph.other(b, a)] && number[graph.other(b, a)] < number[a]).boxed()
                    .sorted(Comparator.comparingInt(b -> number[graph.other(b, a)])).forEach(b -> {
                        IBond bond = part.newBond(part.getAtom(number[graph.other(b, a)]), part.getAtom(number[a]),
                                IBond.Order.values()[graph.order[b] - 1]);
                        bond.setIsAromatic(graph.aromaticBond[b]);
                    });
        }
        return part;
    }

    /** The hydrogens of an atom, with those that take the place of the bonds cut off it. */
    private static int hydrogens(AtomGraph graph, int atom, boolean[] kept) {
        return graph.hydrogens[atom]
                + IntStream.of(graph.incident[atom]).filter(b -> !kept[graph.other(b, atom)]).map(b -> graph.order[b]).sum();
    }
}
