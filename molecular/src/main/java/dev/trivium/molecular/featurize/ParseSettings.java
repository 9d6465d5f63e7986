package dev.trivium.molecular.featurize;

/**
 * How strings are read.
 *
 * @param maxAtoms  the most atoms a molecule may have, explicit hydrogens as written included; 1 to 2,000: beyond, the
 *                  recursion of CDK may not fit a thread's stack
 * @param fragments what becomes of a molecule in several fragments
 */
public record ParseSettings(int maxAtoms, Fragments fragments) {

    private static final int MOST_ATOMS = 2000;

    /** Refuses a limit out of range. */
    public ParseSettings {
        if (maxAtoms < 1 || maxAtoms > MOST_ATOMS) {
            throw new IllegalArgumentException("maxAtoms must be between 1 and " + MOST_ATOMS + ", got " + maxAtoms);
        }
    }

    /** {@return at most 1,000 atoms, all fragments kept} */
    public static ParseSettings standard() {
        return new ParseSettings(1000, Fragments.ALL);
    }

    /** {@return these settings with another limit} */
    public ParseSettings withMaxAtoms(int maxAtoms) {
        return new ParseSettings(maxAtoms, fragments);
    }

    /** {@return these settings with another treatment of fragments} */
    public ParseSettings withFragments(Fragments fragments) {
        return new ParseSettings(maxAtoms, fragments);
    }
}
