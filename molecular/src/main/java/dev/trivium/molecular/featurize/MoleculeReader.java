package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** The way from a string to a molecule: scan, parse, fold hydrogens, choose fragments, normalise charges, find aromatic rings. */
final class MoleculeReader {

    private static final ThreadLocal<SmilesParser> PARSER =
            ThreadLocal.withInitial(() -> new SmilesParser(SilentChemObjectBuilder.getInstance()));

    private MoleculeReader() {}

    static Parsed read(String row, ParseSettings settings) {
        try {
            List<String> notes = new ArrayList<>();
            return new Parsed.Ok(molecule(text(row, notes), settings, notes), notes);
        } catch (SmilesRefusedException e) {
            return new Parsed.Refused(e.getMessage());
        }
    }

    /** {@return the first word of the row} */
    private static String text(String row, List<String> notes) throws SmilesRefusedException {
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
        IAtomContainer container = parse(smiles);
        boolean[] bracket = new boolean[text.atoms().size()];
        for (int a = 0; a < bracket.length; a++) {
            bracket[a] = text.atoms().get(a).bracket();
        }
        Aromaticity.apply(Aromaticity.Model.Daylight, container);
        AtomGraph graph = AtomGraph.of(container, bracket, text.bonds());
        for (int a = 0; a < graph.atoms(); a++) {
            graph.aromatic[a] = container.getAtom(a).isAromatic();
        }
        for (int b = 0; b < graph.bonds(); b++) {
            graph.aromaticBond[b] = container.getBond(container.getAtom(graph.begin[b]), container.getAtom(graph.end[b])).isAromatic();
        }
        return new Molecule(smiles, container, graph);
    }

    private static IAtomContainer parse(String smiles) throws SmilesRefusedException {
        try {
            return PARSER.get().parseSmiles(smiles);
        } catch (InvalidSmilesException e) {
            throw new SmilesRefusedException(e.getMessage().lines().findFirst().orElse("unparsable"));
        }
    }
}
