package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.DoubleBondStereochemistry;
import org.openscience.cdk.stereo.TetrahedralChirality;

/** CDK's stereo elements of a molecule of which atoms are removed. */
final class StereoElements {

    private StereoElements() {}

    /** {@return the elements that are left: a removed neighbour of a centre becomes implied, at a double bond the other one stands for it} */
    static List<IStereoElement<?, ?>> without(IAtomContainer container, BitSet removed) {
        List<IStereoElement<?, ?>> kept = new ArrayList<>();
        for (IStereoElement<?, ?> element : container.stereoElements()) {
            if (element instanceof TetrahedralChirality centre) {
                if (!removed.get(centre.getFocus().getIndex())) {
                    kept.add(implied(centre, removed));
                }
            } else if (element instanceof DoubleBondStereochemistry bond) {
                otherSide(bond, removed).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private static TetrahedralChirality implied(TetrahedralChirality centre, BitSet removed) {
        IAtom[] carriers = centre.getCarriers().toArray(IAtom[]::new);
        for (int k = 0; k < carriers.length; k++) {
            if (removed.get(carriers[k].getIndex())) {
                carriers[k] = centre.getFocus();
            }
        }
        return new TetrahedralChirality(centre.getFocus(), carriers, centre.getConfigOrder());
    }

    private static Optional<IStereoElement<?, ?>> otherSide(DoubleBondStereochemistry element, BitSet removed) {
        IBond bond = element.getFocus();
        IBond[] carriers = element.getCarriers().toArray(IBond[]::new);
        int config = element.getConfigOrder();
        for (int end = 0; end < carriers.length; end++) {
            IAtom atom = carriers[end].getBegin().equals(bond.getBegin()) || carriers[end].getEnd().equals(bond.getBegin())
                    ? bond.getBegin() : bond.getEnd();
            if (!removed.get(carriers[end].getOther(atom).getIndex())) {
                continue;
            }
            Optional<IBond> other = otherCarrier(atom, bond, removed);
            if (other.isEmpty()) {
                return Optional.empty();
            }
            carriers[end] = other.get();
            config ^= IStereoElement.OPPOSITE ^ IStereoElement.TOGETHER;
        }
        return Optional.of(new DoubleBondStereochemistry(bond, carriers, config));
    }

    private static Optional<IBond> otherCarrier(IAtom atom, IBond focus, BitSet removed) {
        for (IBond bond : atom.bonds()) {
            if (!bond.equals(focus) && !removed.get(bond.getOther(atom).getIndex())) {
                return Optional.of(bond);
            }
        }
        return Optional.empty();
    }
}
