package dev.trivium.molecular.featurize;

import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * A molecule as it was written. Atoms are numbered from 0 in the order of the string; explicit hydrogens are folded into their neighbours
 * where RDKit would fold them, charges are normalised as RDKit does. Immutable, safe to share among threads.
 */
public final class Molecule {

    private final String smiles;
    private final IAtomContainer container;
    private final Perception perception;

    Molecule(String smiles, IAtomContainer container, Perception perception) {
        this.smiles = smiles;
        this.container = container;
        this.perception = perception;
    }

    /**
     * Reads a SMILES string. Never throws, whatever the string, and does a bounded amount of work. White space around the string is ignored,
     * and so is, with a note, what follows the first white space within.
     *
     * @return a molecule or the reason why the string is none
     */
    public static Parsed parse(String smiles, ParseSettings settings) {
        return MoleculeReader.read(smiles, settings);
    }

    /** {@return the string it was read from, without what surrounded it} */
    public String smiles() {
        return smiles;
    }

    /** {@return the number of atoms, folded hydrogens not counted} */
    public int atoms() {
        return perception.graph().atoms();
    }

    /** {@return the number of bonds between them} */
    public int bonds() {
        return perception.graph().bonds();
    }

    /** {@return the symbol of an atom's element, such as {@code Cl}; {@code *} for an unknown one} */
    public String symbol(int atom) {
        return PeriodicTable.symbol(perception.graph().element[atom]);
    }

    /**
     * {@return CDK's view: Kekulé orders, Daylight aromaticity, ring flags, stereo as written; atoms in our order, bonds not} Shared: what
     * changes it must work on a copy.
     */
    IAtomContainer container() {
        return container;
    }

    Perception perception() {
        return perception;
    }

    @Override
    public String toString() {
        return smiles;
    }
}
