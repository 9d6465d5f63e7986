package dev.trivium.molecular.featurize;

import java.util.List;

/** What became of one string: a molecule or the reason why there is none. */
public sealed interface Parsed {

    /**
     * A molecule.
     *
     * @param molecule the molecule
     * @param notes    what a reader should know of it, such as an element outside the vocabulary or fragments left out; empty if nothing
     */
    record Ok(Molecule molecule, List<String> notes) implements Parsed {

        /** Copies the notes. */
        public Ok {
            notes = List.copyOf(notes);
        }
    }

    /**
     * No molecule.
     *
     * @param reason what is wrong with the string, with the character where that is known; one line
     */
    record Refused(String reason) implements Parsed {}
}
