package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.featurize.Featurizer;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.featurize.MotifOrder;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How strings become what the network reads; a fitted model reads as it was trained.
 *
 * @param parsing which strings are molecules
 * @param motifs in which order motifs stand, which matters to the network
 */
public record Reading(ParseSettings parsing, MotifOrder motifs) {

    /** {@return the standard of the featuriser: at most 1,000 atoms, all fragments, motifs in ascending order} */
    public static Reading standard() {
        return new Reading(ParseSettings.standard(), MotifOrder.ASCENDING);
    }

    /** {@return this reading with another rule of what is a molecule} */
    public Reading with(ParseSettings other) {
        return new Reading(other, motifs);
    }

    /** What became of one string. */
    sealed interface Row {}

    /** Numbers for the network. */
    record Tokens(MoleculeTokens tokens, List<String> notes) implements Row {}

    /** No molecule. */
    record Refused(String reason) implements Row {}

    Row read(String smiles) {
        Parsed parsed = Molecule.parse(smiles, parsing);
        if (parsed instanceof Parsed.Ok ok) {
            return new Tokens(MoleculeTokens.of(graph(ok.molecule())), ok.notes());
        }
        return new Refused(((Parsed.Refused) parsed).reason());
    }

    MoleculeGraph graph(Molecule molecule) {
        return new Featurizer(motifs).graph(molecule);
    }

    /** Reads many at once, on all processors; the answers are in the strings' order. */
    List<Row> readAll(List<String> smiles) {
        return IntStream.range(0, smiles.size()).parallel().mapToObj(i -> read(smiles.get(i))).toList();
    }
}
