package dev.trivium.molecular.featurize;

/** Ends the reading of a string; its message is the reason told to the user. Never leaves the package. */
final class SmilesRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    SmilesRefusedException(String reason) {
        super(reason, null, false, false);
    }

    /** @param position index of the character, from 0; told counting from 1 */
    static SmilesRefusedException at(int position, String reason) {
        return new SmilesRefusedException(reason + " at character " + (position + 1));
    }
}
