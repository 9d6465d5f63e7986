package dev.trivium.molecular.featurize;

import java.util.BitSet;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IBond;

/**
 * Folds hydrogens that are written as atoms into their neighbours, where RDKit does: those without isotope and positive charge that have one
 * neighbour, by a single bond, which is neither hydrogen nor {@code *}; but not the only neighbour of an atom at a double bond if the string
 * marks its bond with {@code /} or {@code \}, for it holds the stereo of that bond.
 */
final class HydrogenFolding {

    private HydrogenFolding() {}

    static void apply(Draft draft) {
        BitSet folded = new BitSet();
        for (IAtom atom : draft.container().atoms()) {
            if (atom.getAtomicNumber() == 1 && folds(draft, atom)) {
                folded.set(atom.getIndex());
            }
        }
        if (folded.isEmpty()) {
            return;
        }
        folded.stream().mapToObj(draft.container()::getAtom).forEach(hydrogen -> {
            IAtom heavy = hydrogen.neighbors().iterator().next();
            heavy.setImplicitHydrogenCount(heavy.getImplicitHydrogenCount() + 1);
            draft.moveMark(hydrogen.getIndex(), heavy.getIndex());
        });
        draft.remove(folded);
    }

    private static boolean folds(Draft draft, IAtom hydrogen) {
        if (hydrogen.getMassNumber() != null || hydrogen.getFormalCharge() > 0 || hydrogen.getBondCount() != 1
                || hydrogen.getImplicitHydrogenCount() != 0) {
            return false;
        }
        IBond bond = hydrogen.bonds().iterator().next();
        IAtom heavy = bond.getOther(hydrogen);
        return bond.getOrder() == IBond.Order.SINGLE && heavy.getAtomicNumber() > 1 && !holdsStereo(draft, hydrogen, heavy);
    }

    private static boolean holdsStereo(Draft draft, IAtom hydrogen, IAtom heavy) {
        if (heavy.getBondCount() != 2) {
            return false;
        }
        for (IBond bond : heavy.bonds()) {
            if (bond.getOrder() == IBond.Order.DOUBLE) {
                return draft.bonds().stream().anyMatch(written -> written.mark() != 0
                        && written.joins(hydrogen.getIndex(), heavy.getIndex()));
            }
        }
        return false;
    }
}
