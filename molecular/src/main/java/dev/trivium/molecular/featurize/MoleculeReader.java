package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** The way from a string to a molecule or a reason. */
final class MoleculeReader {

    private static final ThreadLocal<SmilesParser> PARSER =
            ThreadLocal.withInitial(() -> new SmilesParser(SilentChemObjectBuilder.getInstance()));

    private MoleculeReader() {}

    static Parsed read(String row, ParseSettings settings) {
        try {
            List<String> notes = new ArrayList<>();
            return new Parsed.Ok(molecule(firstWord(row, notes), settings, notes), notes);
        } catch (SmilesRefusedException e) {
            return new Parsed.Refused(e.getMessage());
        }
    }

    private static String firstWord(String row, List<String> notes) throws SmilesRefusedException {
        String trimmed = row.strip();
        if (trimmed.isEmpty()) {
            throw new SmilesRefusedException("empty");
        }
        int end = 0;
        while (end < trimmed.length() && !Character.isWhitespace(trimmed.charAt(end))) {
            end++;
        }
        if (end < trimmed.length()) {
            notes.add("text after the SMILES string ignored");
        }
        return trimmed.substring(0, end);
    }

    private static Molecule molecule(String smiles, ParseSettings settings, List<String> notes) throws SmilesRefusedException {
        SmilesText text = SmilesScanner.scan(smiles, settings.maxAtoms());
        Draft draft = new Draft(parse(smiles.replace("\\\\", "\\")), text);
        HydrogenFolding.apply(draft);
        if (settings.fragments() == Fragments.LARGEST) {
            FragmentChoice.keepLargest(draft, notes);
        }
        Perception perception = Perception.of(draft);
        Vocabulary.noteUnknown(perception.graph(), notes);
        return new Molecule(smiles, draft.container(), perception);
    }

    private static IAtomContainer parse(String smiles) throws SmilesRefusedException {
        try {
            return PARSER.get().parseSmiles(smiles);
        } catch (InvalidSmilesException e) {
            throw new SmilesRefusedException(e.getMessage().lines().findFirst().orElse("unparsable"));
        }
    }
}
