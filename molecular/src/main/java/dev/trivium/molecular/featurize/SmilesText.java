package dev.trivium.molecular.featurize;

import java.util.List;

/**
 * What a SMILES string says that CDK does not keep: which atoms stand in brackets, where, and the order of the bonds.
 *
 * @param smiles   the string
 * @param atoms    each atom as written, in order
 * @param bonds    the numbers of the two atoms of each bond: bonds along the string by their later atom, then ring closures by their number,
 *                 those of one number as they close
 */
record SmilesText(String smiles, List<WrittenAtom> atoms, List<int[]> bonds) {

    /**
     * An atom as written.
     *
     * @param start   index of its first character
     * @param end     index after its last character
     * @param bracket whether it stands in brackets, so that its hydrogens are those written
     */
    record WrittenAtom(int start, int end, boolean bracket) {}
}
