package dev.trivium.molecular.featurize;

import java.io.IOException;
import java.io.StringReader;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IElement;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Structure blocks of MOL and SDF files, V2000 and V3000. */
public final class StructureBlock {

    private static final int MOST_CHARACTERS = 1 << 22;
    private static final int MOST_ATOMS = 10_000;

    private StructureBlock() {}

    /** What became of a block. */
    public sealed interface Written {

        /**
         * A SMILES string.
         *
         * @param text the string: Kekulé form, atoms in the order of the block but for hydrogens folded into their neighbours, stereo from
         *     the wedges, parities or coordinates of the block
         */
        record Smiles(String text) implements Written {}

        /**
         * No SMILES string.
         *
         * @param reason what is wrong with the block; one line that starts with a verb
         */
        record Refused(String reason) implements Written {}
    }

    /** {@return the structure of a block as SMILES, or the reason why there is none} Never throws, whatever the text. */
    public static Written toSmiles(String block) {
        if (block.length() > MOST_CHARACTERS) {
            return new Written.Refused("must have at most " + MOST_CHARACTERS + " characters, got " + block.length());
        }
        BlockFaults faults = new BlockFaults();
        try {
            IAtomContainer container = read(block, faults);
            if (container == null || container.getAtomCount() == 0) {
                return new Written.Refused(faults.first().map(fault -> "cannot be read: " + line(fault)).orElse("must have atoms, got none"));
            }
            if (container.getAtomCount() > MOST_ATOMS) {
                return new Written.Refused("must have at most " + MOST_ATOMS + " atoms, got " + container.getAtomCount());
            }
            giveKekuleOrders(container);
            return new Written.Smiles(new SmilesGenerator(SmiFlavor.Isomeric)
                    .create(AtomContainerManipulator.suppressHydrogens(container)));
        } catch (CDKException | IOException | RuntimeException e) { // CDK meets malformed blocks with any of these
            return new Written.Refused("cannot be read: " + line(faults.first().orElse(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Turns bonds that are only said to be aromatic into single and double ones. Such blocks do not say which nitrogen has a hydrogen: one
     * that needs it for a Kekulé structure to exist is refused.
     */
    private static void giveKekuleOrders(IAtomContainer container) throws CDKException {
        boolean needed = false;
        for (IBond bond : container.bonds()) {
            needed |= bond.isAromatic() && (bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET);
        }
        if (!needed) {
            return;
        }
        for (IAtom atom : container.atoms()) {
            if (atom.getImplicitHydrogenCount() == null) {
                int bonds = 0;
                for (IBond bond : atom.bonds()) {
                    bonds += bond.isAromatic() ? 1 : bond.getOrder().numeric();
                }
                atom.setImplicitHydrogenCount(atom.getAtomicNumber() == IElement.C ? Math.max(0, 3 - bonds) : 0);
            }
        }
        Kekulization.kekulize(container);
    }

    private static String line(String message) {
        return message.lines().findFirst().orElse("no reason given").strip();
    }

    private static IAtomContainer read(String block, BlockFaults faults) throws CDKException, IOException {
        String counts = block.lines().skip(3).findFirst().orElse("");
        StringReader text = new StringReader(block);
        try (DefaultChemObjectReader reader = counts.contains("V3000")
                ? SilentReaders.v3000(text, faults) : SilentReaders.v2000(text, faults)) {
            return reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
        }
    }
}
