package dev.trivium.molecular.featurize;

import java.util.List;
import java.util.Map;

/**
 * What a SMILES string says that CDK does not keep: which atoms stand in brackets, where, and the order of the bonds.
 *
 * @param atoms   each atom as written, in order
 * @param bonds   bonds along the string by their later atom, then ring closures by their number, those of one number as they close
 * @param centres stereo centres by atom
 */
record SmilesText(List<WrittenAtom> atoms, List<WrittenBond> bonds, Map<Integer, WrittenCentre> centres) {

    /** No symbol is written. */
    static final char NO_SYMBOL = ' ';

    /**
     * An atom as written.
     *
     * @param start    index of its first character
     * @param bracket  whether it stands in brackets, so that its hydrogens are those written
     * @param aromatic whether its symbol is in lower case
     */
    record WrittenAtom(int start, boolean bracket, boolean aromatic) {}

    /**
     * A bond as written.
     *
     * @param begin  the atom before it; of a ring closure, the one that closes, or that opens if an order stands there
     * @param end    the other one
     * @param symbol the symbol as seen from {@code begin}, {@link #NO_SYMBOL} if there is none
     */
    record WrittenBond(int begin, int end, char symbol) {

        /** {@return 1 for {@code /}, -1 for {@code \}, 0 for all else} */
        int mark() {
            return symbol == '/' ? 1 : symbol == '\\' ? -1 : 0;
        }

        /** {@return the mark as seen from one of its atoms} */
        int markFrom(int atom) {
            return atom == begin ? mark() : -mark();
        }

        /** {@return this bond with a mark as seen from one of its atoms} */
        WrittenBond marked(int atom, int mark) {
            return new WrittenBond(begin, end, (atom == begin) == (mark > 0) ? '/' : '\\');
        }

        boolean at(int atom) {
            return begin == atom || end == atom;
        }

        boolean joins(int one, int other) {
            return begin == one && end == other || begin == other && end == one;
        }
    }
}
