package dev.trivium.molecular.baseline;

import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.trees.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees for each task. A forest answers with their sum, boosted trees with {@code base + scale · sum}, of which the logistic function is
 * taken in classification. Stored: the arrays of each {@link TreeEnsemble} under {@code task.0.} and so on, {@code base} and {@code scale},
 * one per task, and {@code boosted}, 1 or 0.
 */
record TreesRule(TaskKind kind, MoleculeInputs inputs, boolean boosted, double[] base, double[] scale, List<TreeEnsemble> trees,
        Optional<String> note) implements Rule {

    private static final String BASE = "base";
    private static final String SCALE = "scale";
    private static final String BOOSTED = "boosted";

    @Override
    public double[] values(Molecule molecule, List<String> notes) {
        float[] row = TreeInputs.row(molecule, inputs, notes);
        double[] values = new double[trees.size()];
        for (int task = 0; task < values.length; task++) {
            values[task] = value(task, trees.get(task).sums(row, 1, row.length)[0]);
        }
        return values;
    }

    private double value(int task, double sum) {
        double value = base[task] + scale[task] * sum;
        if (kind == TaskKind.REGRESSION) {
            return value;
        }
        return boosted ? 1 / (1 + Math.exp(-value)) : Math.min(1, Math.max(0, value)); // shares add up to 1 but for rounding
    }

    @Override
    public List<StoredTensor> tensors() {
        List<StoredTensor> tensors = new ArrayList<>();
        tensors.add(StoredTensor.longs(BOOSTED, new long[] {1}, new long[] {boosted ? 1 : 0}));
        tensors.add(StoredTensor.doubles(BASE, new long[] {base.length}, base));
        tensors.add(StoredTensor.doubles(SCALE, new long[] {scale.length}, scale));
        for (int task = 0; task < trees.size(); task++) {
            tensors.addAll(trees.get(task).tensors(prefix(task)));
        }
        return tensors;
    }

    private static String prefix(int task) {
        return "task." + task + ".";
    }

    /** {@return the shapes of such tensors, those of a file where any length would do} */
    static Map<String, long[]> shapes(int tasks, Map<String, StoredTensor> actual) {
        Map<String, long[]> shapes = new HashMap<>();
        shapes.put(BOOSTED, new long[] {1});
        shapes.put(BASE, new long[] {tasks});
        shapes.put(SCALE, new long[] {tasks});
        for (int task = 0; task < tasks; task++) {
            for (String name : TreeEnsemble.names(prefix(task))) {
                shapes.put(name, new long[] {actual.containsKey(name) ? actual.get(name).elements() : 0});
            }
        }
        return shapes;
    }

    /**
     * Reads what {@link #tensors} made.
     *
     * @param tensors of which those of {@link #shapes} have been found to be there in shape
     * @throws IOException if they do not hold trees that can be asked
     */
    static TreesRule read(Path file, TaskKind kind, MoleculeInputs inputs, int tasks, Map<String, StoredTensor> tensors, Noted noted)
            throws IOException {
        if (tensors.get(BOOSTED).type().floating()) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, BOOSTED + " must hold integers, got " + tensors.get(BOOSTED).type());
        }
        long stored = tensors.get(BOOSTED).toLongs()[0];
        if (stored >> 1 != 0) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, BOOSTED + " must be 0 or 1, got " + stored);
        }
        for (String name : List.of(BASE, SCALE)) {
            if (!tensors.get(name).type().floating()) {
                throw new ModelFileException(file, SavedRule.WEIGHTS, name + " must hold floating numbers, got " + tensors.get(name).type());
            }
        }
        List<TreeEnsemble> trees = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            trees.add(TreeEnsemble.read(file, TreeInputs.COUNT, prefix(task), tensors));
        }
        return new TreesRule(kind, inputs, stored == 1, tensors.get(BASE).toDoubles(), tensors.get(SCALE).toDoubles(), List.copyOf(trees),
                noted.note(stored == 1, trees));
    }

    /** What to say of trees. */
    interface Noted {
        Optional<String> note(boolean boosted, List<TreeEnsemble> trees);
    }
}
