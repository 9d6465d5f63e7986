package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** The way from a string to a molecule or a reason. */
final class MoleculeReader {

    private static final ThreadLocal<SmilesParser> PARSER =
            ThreadLocal.withInitial(() -> new SmilesParser(SilentChemObjectBuilder.getInstance()));

    /** Begins the reason for a string whose reading failed otherwise than by refusal. */
    static final String UNEXPECTED = "unexpected failure: ";

    private static final String CDK_LOGGING = "cdk.logging.level";

    static {
        if (System.getProperty(CDK_LOGGING) == null) {
            System.setProperty(CDK_LOGGING, "fatal"); // CDK prints a line for many a malformed string; the caller is told the reason
        }
    }

    private static final Pattern TAG = Pattern.compile("@(?:@|[A-Z]{2}\\d{1,2})?");

    private MoleculeReader() {}

    static Parsed read(String row, ParseSettings settings) {
        try {
            List<String> notes = new ArrayList<>();
            return new Parsed.Ok(molecule(firstWord(row, notes), settings, notes), notes);
        } catch (SmilesRefusedException e) {
            return new Parsed.Refused(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // a fault in CDK or here must not stop a job of a million rows
            return new Parsed.Refused(UNEXPECTED + e);
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
        Draft draft = new Draft(parse(smiles.replace("\\\\", "\\"), notes), text);
        HydrogenFolding.apply(draft);
        if (settings.fragments() == Fragments.LARGEST) {
            FragmentChoice.keepLargest(draft, notes);
        }
        Perception perception = Perception.of(draft);
        Vocabulary.noteUnknown(perception.graph(), notes);
        return new Molecule(smiles, draft.container(), perception);
    }

    private static IAtomContainer parse(String smiles, List<String> notes) throws SmilesRefusedException {
        try {
            return PARSER.get().parseSmiles(smiles);
        } catch (InvalidSmilesException e) {
            String bare = TAG.matcher(smiles).replaceAll("");
            if (!bare.equals(smiles)) { // a tag where there can be no centre
                IAtomContainer container = parse(bare, notes);
                notes.add("stereo ignored: " + reason(e));
                return container;
            }
            throw new SmilesRefusedException(reason(e));
        }
    }

    private static String reason(InvalidSmilesException e) {
        String firstLine = e.getMessage().lines().findFirst().orElse("");
        return firstLine.toLowerCase(Locale.ROOT).contains("kekul") ? "atoms written as aromatic that cannot be given double bonds"
                : firstLine.replaceFirst("could not parse '.*', ", "").replaceFirst(":$", "");
    }
}
