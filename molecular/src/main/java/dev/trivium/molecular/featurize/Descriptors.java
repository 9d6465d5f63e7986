package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.List;
import org.openscience.cdk.qsar.DescriptorValue;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondAcceptorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondDonorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.XLogPDescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IDescriptorResult;
import org.openscience.cdk.qsar.result.IntegerResult;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** The descriptors of a molecule, the same for every order of its atoms. Immutable. */
public final class Descriptors {

    private static final int CARBON = 6;
    private static final List<Integer> HALOGENS = List.of(9, 17, 35, 53, 85);

    private final double[] values;

    private Descriptors(double[] values) {
        this.values = values;
    }

    /** {@return the descriptors of a molecule} */
    public static Descriptors of(Molecule molecule) {
        double[] values = new double[Descriptor.values().length];
        AtomGraph graph = molecule.perception().graph();
        values[Descriptor.WEIGHT.ordinal()] = AtomContainerManipulator.getMass(molecule.container(), AtomContainerManipulator.MolWeight);
        values[Descriptor.XLOGP.ordinal()] = byCdk(new XLogPDescriptor(), molecule);
        values[Descriptor.POLAR_SURFACE.ordinal()] = byCdk(new TPSADescriptor(), molecule);
        values[Descriptor.DONORS.ordinal()] = byCdk(new HBondDonorCountDescriptor(), molecule);
        values[Descriptor.ACCEPTORS.ordinal()] = byCdk(new HBondAcceptorCountDescriptor(), molecule);
        values[Descriptor.ROTATABLE_BONDS.ordinal()] = rotatableBonds(graph);
        values[Descriptor.RINGS.ordinal()] = rings(graph, false);
        values[Descriptor.AROMATIC_RINGS.ordinal()] = rings(graph, true);
        values[Descriptor.SP3_SHARE.ordinal()] = sp3Share(graph);
        values[Descriptor.HEAVY_ATOMS.ordinal()] = Arrays.stream(graph.element).filter(e -> e != 1).count();
        values[Descriptor.HETERO_ATOMS.ordinal()] = Arrays.stream(graph.element).filter(e -> e != 1 && e != CARBON).count();
        values[Descriptor.HALOGENS.ordinal()] = Arrays.stream(graph.element).filter(HALOGENS::contains).count();
        values[Descriptor.CHARGE.ordinal()] = Arrays.stream(graph.charge).sum();
        return new Descriptors(values);
    }

    /** {@return the values in the order of {@link Descriptor}; NaN for one that CDK could not compute} */
    public double[] values() {
        return values.clone();
    }

    /** {@return one value; NaN if CDK could not compute it} */
    public double value(Descriptor descriptor) {
        return values[descriptor.ordinal()];
    }

    /** {@return those that CDK could not compute} */
    public List<Descriptor> missing() {
        return Arrays.stream(Descriptor.values()).filter(descriptor -> Double.isNaN(value(descriptor))).toList();
    }

    /** {@return CDK's figure} Its objects are not for several threads, so each call makes its own. */
    private static double byCdk(IMolecularDescriptor descriptor, Molecule molecule) {
        descriptor.initialise(SilentChemObjectBuilder.getInstance());
        DescriptorValue computed = descriptor.calculate(molecule.container());
        IDescriptorResult result = computed.getValue();
        double value = result instanceof IntegerResult whole ? whole.intValue() : ((DoubleResult) result).doubleValue();
        return computed.getException() == null && Double.isFinite(value) ? value : Double.NaN;
    }

    private static int rotatableBonds(AtomGraph graph) {
        int count = 0;
        for (int b = 0; b < graph.bonds(); b++) {
            boolean single = graph.order[b] == 1 && !graph.ringBond[b] && !graph.aromaticBond[b];
            count += single && turns(graph, graph.begin[b]) && turns(graph, graph.end[b]) ? 1 : 0;
        }
        return count;
    }

    private static boolean turns(AtomGraph graph, int atom) {
        return graph.neighbours[atom].length > 1 && Arrays.stream(graph.incident[atom]).noneMatch(bond -> graph.order[bond] == 3);
    }

    /** Every bond within a fragment found so far closes a ring. */
    private static int rings(AtomGraph graph, boolean aromaticOnly) {
        int[] fragment = new int[graph.atoms()];
        Arrays.setAll(fragment, a -> a);
        int rings = 0;
        for (int b = 0; b < graph.bonds(); b++) {
            if (graph.aromaticBond[b] || !aromaticOnly) {
                int one = root(fragment, graph.begin[b]);
                int other = root(fragment, graph.end[b]);
                rings += one == other ? 1 : 0;
                fragment[one] = other;
            }
        }
        return rings;
    }

    private static int root(int[] fragment, int atom) {
        int at = atom;
        while (fragment[at] != at) {
            fragment[at] = fragment[fragment[at]];
            at = fragment[at];
        }
        return at;
    }

    private static double sp3Share(AtomGraph graph) {
        int carbons = 0;
        int saturated = 0;
        for (int a = 0; a < graph.atoms(); a++) {
            if (graph.element[a] == CARBON) {
                carbons++;
                saturated += Arrays.stream(graph.incident[a]).allMatch(bond -> graph.order[bond] == 1 && !graph.aromaticBond[bond]) ? 1 : 0;
            }
        }
        return carbons == 0 ? 0 : (double) saturated / carbons;
    }
}
