package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Identity;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Scaffold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which rows of a set are the same molecule, told by {@link Identity}, and whether their labels agree. A row that is no molecule is the same
 * as no other. All processors are used; the result does not depend on how many there are.
 */
public final class Identities {

    private final MoleculeSet set;
    private final List<Identity> identities;

    private Identities(MoleculeSet set, List<Identity> identities) {
        this.set = set;
        this.identities = identities;
    }

    /** {@return the identities of a set's rows} */
    public static Identities of(MoleculeSet set) {
        return new Identities(set, eachRow(set, row -> Identity.of(row, ParseSettings.standard())));
    }

    /** {@return the scaffold of each row; empty where the row is no molecule} */
    static List<Optional<Scaffold>> scaffolds(MoleculeSet set) {
        return eachRow(set, row -> Molecule.parse(row, ParseSettings.standard()) instanceof Parsed.Ok ok
                ? Optional.of(Scaffold.of(ok.molecule())) : Optional.empty());
    }

    private static <T> List<T> eachRow(MoleculeSet set, Function<String, T> answer) {
        return IntStream.range(0, set.size()).parallel().mapToObj(i -> answer.apply(set.smiles().get(i))).toList();
    }

    /** {@return the set} */
    public MoleculeSet set() {
        return set;
    }

    /** {@return the identity of a row} */
    public Identity get(int row) {
        return identities.get(row);
    }

    boolean isMolecule(int row) {
        return identities.get(row).form() != Identity.Form.TEXT;
    }

    /** {@return the rows of each molecule, in the order in which molecules and rows first occur} */
    public List<int[]> groups() {
        Map<Identity, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < identities.size(); i++) {
            Identity own = isMolecule(i) ? identities.get(i) : new Identity(Identity.Form.TEXT, "row " + i);
            rows.computeIfAbsent(own, identity -> new ArrayList<>()).add(i);
        }
        return rows.values().stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    /** {@return the rows of the molecules that occur more than once} */
    public List<int[]> repeated() {
        return groups().stream().filter(group -> group.length > 1).toList();
    }

    /** {@return the molecules whose rows have different labels for a task, both known, in the order of the rows, then the tasks} */
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (int[] group : repeated()) {
            for (int task = 0; task < set.tasks().size(); task++) {
                conflict(group, task).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    private Optional<Conflict> conflict(int[] group, int task) {
        int[] known = Arrays.stream(group).filter(row -> !Double.isNaN(set.label(row, task))).toArray();
        double[] labels = Arrays.stream(known).mapToDouble(row -> set.label(row, task)).toArray();
        double least = Arrays.stream(labels).min().orElse(0);
        double most = Arrays.stream(labels).max().orElse(0);
        return least == most ? Optional.empty()
                : Optional.of(new Conflict(set.smiles().get(group[0]), set.tasks().get(task), List.of(box(known)), least, most));
    }

    private static Integer[] box(int[] rows) {
        return Arrays.stream(rows).boxed().toArray(Integer[]::new);
    }

    /** {@return the number of rows that are no molecule} */
    public int unreadable() {
        return (int) IntStream.range(0, identities.size()).filter(row -> !isMolecule(row)).count();
    }

    /**
     * One molecule with different labels.
     *
     * @param smiles the molecule as its first row writes it
     * @param task   the label that differs
     * @param rows   the rows in which it is known, counted from 0
     * @param least  the least of these labels
     * @param most   the greatest
     */
    public record Conflict(String smiles, String task, List<Integer> rows, double least, double most) {}

    /**
     * {@return what a reader should know of the set, one line each; empty if every row is a molecule of its own} Counts, then up to three
     * examples; rows are counted from 0.
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unreadable() > 0) {
            int first = IntStream.range(0, set.size()).filter(row -> !isMolecule(row)).findFirst().orElse(0);
            notes.add(unreadable() + " of " + set.size() + " rows cannot be read as a molecule, the first is row " + first + " (counted from 0): \""
                    + set.smiles().get(first) + "\"");
        }
        List<int[]> repeated = repeated();
        if (!repeated.isEmpty()) {
            notes.add(repeated.size() + (repeated.size() == 1 ? " molecule occurs" : " molecules occur") + " more than once, in " + repeated.stream().mapToInt(group -> group.length).sum()
                    + " of " + set.size() + " rows (counted from 0), such as " + examples(repeated.stream()
                            .map(group -> set.smiles().get(group[0]) + " in rows " + Arrays.toString(group)).toList()));
        }
        List<Conflict> conflicts = conflicts();
        if (!conflicts.isEmpty()) {
            notes.add(conflicts.size() + (conflicts.size() == 1 ? " time" : " times") + " one molecule has different labels, such as " + examples(conflicts.stream()
                    .map(c -> c.smiles() + " in rows " + c.rows() + ": " + c.task() + " from " + c.least() + " to " + c.most()).toList()));
        }
        return notes;
    }

    static String examples(List<String> all) {
        return String.join("; ", all.subList(0, Math.min(3, all.size())));
    }
}
