package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/** The same molecule, its atoms in another order. */
final class Reordered {

    private Reordered() {}

    static Molecule molecule(String smiles) {
        if (Molecule.parse(smiles, ParseSettings.standard()) instanceof Parsed.Ok ok) {
            return ok.molecule();
        }
        throw new IllegalArgumentException("smiles must be a molecule, got " + smiles);
    }

    static Molecule of(Molecule molecule, long seed) {
        try {
            IAtomContainer copy = molecule.container().clone();
            List<IAtom> atoms = new ArrayList<>();
            copy.atoms().forEach(atoms::add);
            Collections.shuffle(atoms, new Random(seed));
            copy.setAtoms(atoms.toArray(new IAtom[0]));
            return molecule(new SmilesGenerator(SmiFlavor.Generic | SmiFlavor.UseAromaticSymbols).create(copy));
        } catch (CDKException | CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
