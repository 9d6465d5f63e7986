package dev.trivium.molecular.featurize;

import io.github.dan2097.jnainchi.InchiOptions;
import io.github.dan2097.jnainchi.InchiStatus;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * What tells whether two rows are the same molecule, however they are written. Two identities are equal if form and text are.
 *
 * <p>The standard InChIKey sees stereo centres, double bonds, isotopes, fragments and net charge, and takes mobile hydrogens (most
 * tautomers) and the places of charges within a molecule for the same. It is the key of the molecule as {@link Molecule} normalises its
 * charges, which for perchlorates and their like is not the key of the structure as written. Where InChI gives no answer (an unknown atom {@code *}, more than 1023
 * atoms, more than ten seconds), canonical SMILES takes its place; it tells tautomers apart.
 *
 * @param form what the text is
 * @param text the key, the string, or the row as written
 */
public record Identity(Form form, String text) {

    /** What an identity consists of. */
    public enum Form {
        /** The standard InChIKey. */
        INCHI_KEY,
        /** Canonical SMILES with stereo and isotopes, for want of an InChIKey. */
        CANONICAL_SMILES,
        /** The row as written, for it is no molecule. */
        TEXT
    }

    private static final int MOST_ATOMS_OF_INCHI = 1023;
    private static final InchiOptions OPTIONS = new InchiOptions.InchiOptionsBuilder().withTimeoutMilliSeconds(10_000).build();

    /** {@return the identity of a row: that of its molecule, or the text if there is none} */
    public static Identity of(String smiles, ParseSettings settings) {
        return Molecule.parse(smiles, settings) instanceof Parsed.Ok ok ? of(ok.molecule()) : new Identity(Form.TEXT, smiles.strip());
    }

    /** {@return the identity of a molecule} */
    public static Identity of(Molecule molecule) {
        if (molecule.atoms() <= MOST_ATOMS_OF_INCHI) {
            String key = inchiKey(molecule.container());
            if (!key.isEmpty()) {
                return new Identity(Form.INCHI_KEY, key);
            }
        }
        try {
            return new Identity(Form.CANONICAL_SMILES, new SmilesGenerator(SmiFlavor.Absolute | SmiFlavor.UseAromaticSymbols)
                    .create(molecule.container()));
        } catch (CDKException e) {
            return new Identity(Form.CANONICAL_SMILES, molecule.smiles()); // more than 99 rings open at once: cannot be written anew
        }
    }

    /** The key; empty if there is none. */
    private static String inchiKey(IAtomContainer container) {
        try {
            InChIGenerator generator = InChIGeneratorFactory.getInstance().getInChIGenerator(container, OPTIONS);
            boolean made = generator.getStatus() == InchiStatus.SUCCESS || generator.getStatus() == InchiStatus.WARNING;
            return made ? generator.getInchiKey() : "";
        } catch (CDKException | IllegalArgumentException e) { // atoms or stereo that InChI does not know
            return "";
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
