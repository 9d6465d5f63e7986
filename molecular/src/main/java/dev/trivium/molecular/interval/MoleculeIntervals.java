package dev.trivium.molecular.interval;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.split.CalibrationMolecules;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from calibration molecules: how far an interval reaches from a prediction, or which labels are in a set. See the package page
 * for the rules and for what holds. Immutable, for many threads.
 *
 * <pre>{@code
 * MoleculeSplit split = MoleculeSplit.scaffold(set, Shares.standard()).withCalibration(0.5, 1);
 * PropertyPredictor model = spec.fit(split, Training.seed(1)); // fits, then calibrates
 * Prediction answer = model.predict(List.of("CCO")).get(0);
 * Interval interval = answer.interval(0, 0.8).orElseThrow();
 * }</pre>
 */
public final class MoleculeIntervals {

    /** The shares that are stated unless others are asked for. */
    public static final List<Double> STANDARD_SHARES = List.of(0.8, 0.95);

    /** Calibration molecules that a group must have for a reach of its own; a smaller one takes that of all. */
    public static final int FEWEST_IN_GROUP = 40;

    private final TaskKind kind;
    private final List<Double> shares;
    private final KnownScaffolds scaffolds;
    private final List<String> names;
    private final List<TaskRule> tasks;
    private final String molecules;

    MoleculeIntervals(TaskKind kind, List<Double> shares, KnownScaffolds scaffolds, List<String> names, List<TaskRule> tasks,
            String molecules) {
        this.kind = kind;
        this.shares = List.copyOf(shares);
        this.scaffolds = scaffolds;
        this.names = List.copyOf(names);
        this.tasks = List.copyOf(tasks);
        this.molecules = molecules;
    }

    /**
     * Predicts the calibration molecules and learns from the errors. The validation molecules say what makes a molecule difficult.
     *
     * @param fitted on the training molecules of the split, and chosen by its validation molecules
     * @param shares of molecules whose truth an interval or set is to hold, rising within (0, 1)
     * @throws IllegalArgumentException if shares do not rise, or the split has no calibration molecules, or so few that no task can have an interval or set of any
     *     of the shares; of other tasks and shares {@link #notes} tells
     */
    public static MoleculeIntervals calibrate(PropertyPredictor fitted, MoleculeSplit split, List<Double> shares) {
        CalibrationMolecules calibration = split.calibration().orElseThrow(() -> new IllegalArgumentException(
                "split must have calibration molecules for intervals, got " + split));
        if (!fitted.tasks().equals(calibration.set().tasks())) {
            throw new IllegalArgumentException("calibration must have the labels that the model predicts, " + fitted.tasks() + ", got "
                    + calibration.set().tasks());
        }
        IntervalsDescription.shares(shares); // what could not be read back is not written
        TaskKind kind = fitted.spec().kind();
        ParseSettings parsing = fitted.spec().parsing();
        KnownScaffolds scaffolds = KnownScaffolds.of(split.train(), parsing);
        Observed learnt = Observed.of(fitted, calibration.set(), parsing, scaffolds);
        List<TaskRule> tasks = new ArrayList<>();
        if (kind == TaskKind.REGRESSION) {
            Observed judged = Observed.of(fitted, split.validation().set(), parsing, scaffolds);
            fitted.tasks().forEach(task -> tasks.add(NumberRule.fit(learnt, judged, tasks.size(), shares)));
        } else {
            fitted.tasks().forEach(task -> tasks.add(LabelRule.fit(learnt, tasks.size(), shares)));
        }
        MoleculeIntervals intervals = new MoleculeIntervals(kind, shares, scaffolds, fitted.tasks(), tasks,
                calibration.set().sha256());
        if (tasks.stream().allMatch(task -> task.shares().isEmpty())) {
            throw new IllegalArgumentException("calibration must have enough molecules for an interval or set, got too few: "
                    + String.join("; ", intervals.notes()));
        }
        return intervals;
    }

    /** What a model says of molecules with labels, and how these stand beside the training molecules. */
    record Observed(MoleculeSet set, List<Prediction> predictions, List<Standing> standings) {

        static Observed of(PropertyPredictor fitted, MoleculeSet set, ParseSettings parsing, KnownScaffolds scaffolds) {
            return new Observed(set, fitted.predict(set.smiles()), Standing.of(set.smiles(), parsing, scaffolds, fitted.trainingSpace()));
        }

        /** {@return the rows that have a label of a task and a prediction} */
        int[] rows(int task) {
            return IntStream.range(0, set.size()).filter(row -> !Double.isNaN(set.label(row, task))
                    && Double.isFinite(predictions.get(row).values()[task])).toArray();
        }

        double predicted(int row, int task) {
            return predictions.get(row).values()[task];
        }

        double spread(int row, int task) {
            return predictions.get(row) instanceof Prediction.Made made ? made.spread()[task] : Double.NaN;
        }
    }

    /**
     * Puts intervals or sets beside predictions.
     *
     * @param smiles  the rows that were predicted
     * @param plain   one prediction for each; refused ones stay as they are
     * @param parsing how the model reads molecules
     * @param space   the molecules it was fitted on, if it keeps them
     */
    public List<Prediction> around(List<String> smiles, List<Prediction> plain, ParseSettings parsing, Optional<TrainingSpace> space) {
        List<Standing> standings = kind == TaskKind.REGRESSION ? Standing.of(smiles, parsing, scaffolds, space) : List.of();
        List<Prediction> answers = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            answers.add(plain.get(i) instanceof Prediction.Made made ? made.with(ranges(made, standings.isEmpty() ? null : standings.get(i)))
                    : plain.get(i));
        }
        return answers;
    }

    private Ranges ranges(Prediction.Made made, @Nullable Standing standing) {
        double[] values = made.values();
        double[] spread = made.spread();
        if (standing == null) {
            return new Ranges("", List.of(), IntStream.range(0, values.length)
                    .mapToObj(task -> ((LabelRule) tasks.get(task)).sets(values[task])).toList());
        }
        return new Ranges(KnownScaffolds.GROUPS.get(standing.group()), IntStream.range(0, values.length)
                .mapToObj(task -> ((NumberRule) tasks.get(task)).intervals(values[task], spread[task], standing)).toList(), List.of());
    }

    /** {@return whether there are intervals (regression) or sets (classification)} */
    public TaskKind kind() {
        return kind;
    }

    /** {@return the shares that were asked for, rising; {@link #notes} tells of those that a task could not be given} */
    public List<Double> shares() {
        return shares;
    }

    /** {@return the labels that intervals or sets are for} */
    public List<String> tasks() {
        return names;
    }

    /** {@return what could not be had, and what fell back to something coarser, one sentence each; empty if nothing} */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            String name = names.get(task);
            tasks.get(task).notes(shares).forEach(note -> notes.add(name + ": " + note));
        }
        return notes;
    }

    /** {@return how many calibration molecules each task had} */
    public List<Integer> points() {
        return tasks.stream().map(TaskRule::points).toList();
    }

    /** {@return the SHA-256 of the calibration molecules, see {@link MoleculeSet#sha256}} */
    public String sha256() {
        return molecules;
    }

    /**
     * {@return what a model tells of its making, with the calibration molecules added}
     *
     * @param provenance of the model
     */
    public Map<String, Object> addedTo(Map<String, Object> provenance) {
        Map<String, Object> added = new LinkedHashMap<>(provenance);
        added.put("calibrated", Map.of("sha256", molecules));
        return added;
    }

    /** Refuses a model that these intervals are not of. */
    public void requireOf(PropertyPredictor model) {
        if (model.spec().kind() != kind || !model.tasks().equals(names)) {
            throw new IllegalArgumentException("intervals must be for " + model.spec().kind() + " of " + model.tasks() + ", got some for " + kind
                    + " of " + names);
        }
    }

    KnownScaffolds scaffolds() {
        return scaffolds;
    }

    List<TaskRule> rules() {
        return tasks;
    }

    /** {@return what was learnt as plain texts and numbers, for a model file; {@link #parse} is its inverse} */
    public Map<String, Object> describe() {
        return IntervalsDescription.of(this);
    }

    /**
     * Reads what {@link #describe} wrote.
     *
     * @param kind  of the model
     * @param tasks that the model predicts
     * @throws IllegalArgumentException if an entry is missing, unknown or wrong; the message names it
     */
    public static MoleculeIntervals parse(Object description, TaskKind kind, List<String> tasks) {
        return IntervalsDescription.parse(description, kind, tasks);
    }
}
