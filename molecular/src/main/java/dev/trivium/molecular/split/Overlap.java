package dev.trivium.molecular.split;

import dev.trivium.molecular.featurize.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of a split share: numbers of rows whose molecule is in an earlier part as well.
 *
 * @param validation rows of the validation part whose molecule is in training
 * @param test       rows of the test part whose molecule is in training or validation
 * @param examples   up to three of these rows, with where else they are
 */
public record Overlap(int validation, int test, List<String> examples) {

    private static final int EXAMPLES = 3;

    /** Copies the examples. */
    public Overlap {
        examples = List.copyOf(examples);
    }

    /** {@return whether no part shares a molecule with another} */
    public boolean isEmpty() {
        return validation == 0 && test == 0;
    }

    static Overlap of(Identities training, Identities validation, Identities test) {
        Map<Identity, String> seen = new HashMap<>();
        List<String> examples = new ArrayList<>();
        enter(training, "training", seen);
        int inValidation = count(validation, "validation", seen, examples);
        enter(validation, "validation", seen);
        return new Overlap(inValidation, count(test, "test", seen, examples), examples);
    }

    private static void enter(Identities part, String name, Map<Identity, String> seen) {
        for (int i = 0; i < part.set().size(); i++) {
            if (part.isMolecule(i)) {
                seen.putIfAbsent(part.get(i), name + " row " + i);
            }
        }
    }

    private static int count(Identities part, String name, Map<Identity, String> seen, List<String> examples) {
        int count = 0;
        for (int i = 0; i < part.set().size(); i++) {
            String where = seen.get(part.get(i));
            if (where != null) {
                count++;
                if (examples.size() < EXAMPLES) {
                    examples.add(part.set().smiles().get(i) + " in " + where + " and " + name + " row " + i);
                }
            }
        }
        return count;
    }

    /** {@return the counts and examples in words} */
    @Override
    public String toString() {
        return isEmpty() ? "no molecule in two parts"
                : validation + " validation and " + test + " test rows whose molecule is in an earlier part, such as "
                        + String.join("; ", examples);
    }
}
