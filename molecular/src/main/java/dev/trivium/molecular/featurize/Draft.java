package dev.trivium.molecular.featurize;

import dev.trivium.molecular.featurize.SmilesText.WrittenAtom;
import dev.trivium.molecular.featurize.SmilesText.WrittenBond;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;

/** A molecule while it is read: CDK's view of it beside what the string says, both with the same atoms and bonds. */
final class Draft {

    private final IAtomContainer container;
    private List<WrittenAtom> atoms;
    private List<WrittenBond> bonds;
    private Map<Integer, WrittenCentre> centres;
    private int[] implicit;

    /** @throws SmilesRefusedException if the two do not have the same atoms and bonds */
    Draft(IAtomContainer container, SmilesText text) throws SmilesRefusedException {
        this.container = container;
        atoms = text.atoms();
        bonds = text.bonds();
        centres = text.centres();
        if (container.getAtomCount() != atoms.size() || container.getBondCount() != bonds.size()) {
            throw new SmilesRefusedException("ambiguous: read as " + container.getAtomCount() + " atoms and " + container.getBondCount()
                    + " bonds, written are " + atoms.size() + " and " + bonds.size());
        }
        implicit = new int[atoms.size()];
        for (int a = 0; a < implicit.length; a++) {
            Integer implied = container.getAtom(a).getImplicitHydrogenCount();
            implicit[a] = atoms.get(a).bracket() || implied == null ? 0 : implied;
        }
    }

    IAtomContainer container() {
        return container;
    }

    List<WrittenAtom> atoms() {
        return atoms;
    }

    /** {@return the bonds in RDKit's order} */
    List<WrittenBond> bonds() {
        return bonds;
    }

    /** {@return stereo centres by atom} */
    Map<Integer, WrittenCentre> centres() {
        return centres;
    }

    /** {@return the hydrogens SMILES implies for an atom without brackets, without folded ones} */
    int implicit(int atom) {
        return implicit[atom];
    }

    /** Lets another single bond of an atom tell on which side its hydrogen, soon to go, stood. */
    void moveMark(int hydrogen, int heavy) {
        int mark = bonds.stream().filter(bond -> bond.joins(hydrogen, heavy)).mapToInt(bond -> bond.markFrom(heavy)).sum();
        for (int b = 0; mark != 0 && b < bonds.size(); b++) {
            WrittenBond bond = bonds.get(b);
            IAtom begin = container.getAtom(bond.begin());
            IAtom end = container.getAtom(bond.end());
            if (bond.at(heavy) && bond.mark() == 0 && container.getBond(begin, end).getOrder() == IBond.Order.SINGLE) {
                bonds = new ArrayList<>(bonds);
                bonds.set(b, bond.marked(heavy, -mark));
                return;
            }
        }
    }

    /** Removes atoms with their bonds; the others keep their order. In stereo centres a removed neighbour becomes an implied hydrogen. */
    void remove(BitSet removed) {
        List<IStereoElement<?, ?>> kept = StereoElements.without(container, removed);
        List<WrittenAtom> keptAtoms = new ArrayList<>();
        int[] keptImplicit = new int[atoms.size()];
        int[] number = new int[atoms.size()];
        for (int a = 0; a < number.length; a++) {
            number[a] = removed.get(a) ? WrittenCentre.FOLDED : keptAtoms.size();
            if (!removed.get(a)) {
                keptImplicit[keptAtoms.size()] = implicit[a];
                keptAtoms.add(atoms.get(a));
            }
        }
        bonds = bonds.stream().filter(bond -> !removed.get(bond.begin()) && !removed.get(bond.end()))
                .map(bond -> new WrittenBond(number[bond.begin()], number[bond.end()], bond.symbol())).toList();
        Map<Integer, WrittenCentre> keptCentres = new TreeMap<>();
        centres.forEach((atom, centre) -> {
            if (!removed.get(atom)) {
                keptCentres.put(number[atom], centre.renumbered(number));
            }
        });
        List<IAtom> gone = removed.stream().mapToObj(container::getAtom).toList();
        gone.forEach(container::removeAtom);
        container.setStereoElements(new ArrayList<>(kept));
        atoms = keptAtoms;
        centres = keptCentres;
        implicit = keptImplicit;
    }
}
