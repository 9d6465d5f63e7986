package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.HeldNumbers;
import dev.trivium.evaluation.audit.MethodChecks;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Identity;
import dev.trivium.molecular.split.Identities;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The audit of a comparison: of the molecules once, and of every fitted predictor while it is there. */
final class MoleculeAudit {

    private static final int PROBED = 6;
    private static final double ROUNDING = 1e-3;
    private static final double KNOWN = 0.5;
    private static final int FEWEST = 8;
    private static final double COMMON = 0.1;
    private final MoleculeSplit split;
    private final TaskKind kind;
    private final MethodChecks methods = new MethodChecks();
    private @Nullable SharedMolecules shared;
    private @Nullable List<Check> molecules;

    MoleculeAudit(MoleculeSplit split, TaskKind kind) {
        this.split = split;
        this.kind = kind;
    }

    /** Looks at a recipe before it is fitted. */
    void look(String name, PropertyPredictorSpec spec) {
        methods.add(CheckName.HELD_DATA, "texts that recipes and fitted models hold in Java's memory", name, held(spec));
    }

    /**
     * Looks at a fitted model before it is closed.
     *
     * @param here whether it was fitted for this comparison, on its training molecules
     */
    void look(String name, PropertyPredictor fitted, TestAnswers answers, boolean here) {
        if (here) { // one from a file keeps the molecules that it was fitted on: a matter of where it was fitted
            methods.add(CheckName.HELD_DATA, "texts that recipes and fitted models hold in Java's memory", name, held(fitted));
        }
        alone(name, fitted, answers);
        methods.add(CheckName.ANSWERS_KNOWN_BEFORE, "answers that are the label to the last bit", name, exact(answers));
        provenance(name, fitted, here);
    }

    /** A test molecule must be answered alike alone, in another order and beside others. */
    private void alone(String name, PropertyPredictor fitted, TestAnswers answers) {
        MoleculeSet test = split.test().set();
        int[] rows = IntStream.range(0, test.size()).filter(row -> !answers.refusals().containsKey(row)).toArray();
        int step = Math.max(1, rows.length / PROBED);
        List<String> found = new ArrayList<>();
        double spread = spread(answers);
        int asked = 0;
        for (int at = rows.length - 1; at >= 0 && found.isEmpty(); at -= step, asked++) {
            double[] alone = fitted.predict(List.of(test.smiles().get(rows[at]))).get(0).values();
            for (int task = 0; task < alone.length; task++) {
                double together = answers.values()[rows[at] * alone.length + task];
                if (Math.abs(alone[task] - together) > ROUNDING * spread || Double.isNaN(alone[task]) != Double.isNaN(together)) {
                    found.add(String.format(Locale.ROOT, "says %.6g of %s alone and %.6g among the test molecules", alone[task],
                            test.smiles().get(rows[at]), together));
                    break;
                }
            }
        }
        methods.add(CheckName.ANSWERS_DEPEND_ON_OTHERS, asked + " test molecules asked for alone", name, found);
    }

    private static double spread(TestAnswers answers) {
        double[] known = Arrays.stream(answers.values()).filter(value -> !Double.isNaN(value)).toArray();
        double least = Arrays.stream(known).min().orElse(0);
        double most = Arrays.stream(known).max().orElse(1);
        return Math.max(most - least, 1e-3 * Math.max(Math.abs(least), Math.abs(most)) + 1e-9);
    }

    /**
     * Numbers are not met by chance, but for those that many training molecules have, such as zeros, which are not counted; a yes or no is said to the
     * last bit by trees that are sure, so all must be right.
     */
    private List<String> exact(TestAnswers answers) {
        MoleculeSet test = split.test().set();
        int known = 0;
        int exact = 0;
        int tasks = test.tasks().size();
        List<Set<Double>> common = IntStream.range(0, tasks).mapToObj(this::common).toList();
        for (int i = 0; i < test.size(); i++) {
            for (int task = 0; task < tasks; task++) {
                if (!Double.isNaN(test.label(i, task)) && !common.get(task).contains(test.label(i, task))) {
                    known++;
                    exact += answers.values()[i * tasks + task] == test.label(i, task) ? 1 : 0;
                }
            }
        }
        boolean found = known >= FEWEST && (kind == TaskKind.REGRESSION ? exact > KNOWN * known : exact == known && varied(test));
        return found ? List.of(String.format(Locale.ROOT, "says %,d of %,d test labels to the last bit", exact, known)) : List.of();
    }

    /** Values that more than a tenth of the training molecules have; none of yes and no. */
    private Set<Double> common(int task) {
        MoleculeSet train = split.train().set();
        double[] labels = IntStream.range(0, train.size()).mapToDouble(row -> train.label(row, task)).filter(label -> !Double.isNaN(label)).toArray();
        if (kind != TaskKind.REGRESSION || labels.length < FEWEST) {
            return Set.of();
        }
        return Arrays.stream(labels).boxed().collect(Collectors.groupingBy(label -> label, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > COMMON * labels.length).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static boolean varied(MoleculeSet test) {
        return Arrays.stream(test.labels()).filter(label -> !Double.isNaN(label)).distinct().count() > 1;
    }

    private void provenance(String name, PropertyPredictor fitted, boolean here) {
        String looked = "SHA-256 of the molecules that models say they were chosen by";
        String data = of("data", fitted);
        String chosen = of("chosen", fitted);
        boolean own = data.equals(split.train().set().sha256()) || data.isEmpty() && here;
        methods.add(CheckName.FITTED_ELSEWHERE, "molecules that models say they learnt from", name, own ? List.of() : elsewhere(fitted));
        if (!chosen.isEmpty() && own) {
            List<String> wrong = new ArrayList<>(split.choosing().contains(chosen) ? List.of()
                    : List.of("was chosen by molecules that are not the validation molecules of this split, or of this share of calibration; test molecules among them cannot be excluded"));
            String calibrated = of("calibrated", fitted);
            if (!calibrated.isEmpty() && !calibrated.equals(split.calibration().map(part -> part.set().sha256()).orElse(""))) {
                wrong.add("was calibrated by molecules that are not the calibration molecules of this split; test molecules among them cannot be excluded");
            }
            methods.add(CheckName.CHOSEN_ELSEWHERE, looked, name, wrong);
        } else if (!here) {
            methods.notMade(CheckName.CHOSEN_ELSEWHERE, name, chosen.isEmpty() ? "it does not say by which molecules it was chosen"
                    : "it was fitted elsewhere, and keeps no molecules that it was chosen by");
        }
    }

    /** The hash of molecules that a model's provenance tells of; empty if it tells of none. */
    private static String of(String part, PropertyPredictor fitted) {
        return fitted.provenance().get(part) instanceof Map<?, ?> molecules ? String.valueOf(molecules.get("sha256")) : "";
    }

    private List<String> elsewhere(PropertyPredictor fitted) {
        Optional<TrainingSpace> space = fitted.trainingSpace().filter(kept -> kept.size() < TrainingSpace.MOST);
        if (space.isEmpty()) {
            return List.of("was fitted on molecules that are not the training molecules of this split, by their SHA-256; test molecules among them "
                    + "cannot be excluded");
        }
        Identities learnt = Identities.of(MoleculeSet.unlabelled(space.get().smiles()));
        Set<Identity> known = new HashSet<>();
        IntStream.range(0, learnt.set().size()).forEach(row -> known.add(learnt.get(row)));
        Identities tested = shared().tested();
        List<String> both = IntStream.range(0, tested.set().size()).filter(row -> known.contains(tested.get(row)))
                .mapToObj(row -> tested.set().smiles().get(row)).toList();
        return both.isEmpty() ? List.of() : List.of(String.format(Locale.ROOT, "was fitted on %,d of the %,d test molecules, such as %s", both.size(),
                tested.set().size(), String.join(", ", both.subList(0, Math.min(3, both.size())))));
    }

    private List<String> held(Object root) {
        MoleculeSet test = split.test().set();
        Set<String> open = new HashSet<>(split.train().set().smiles());
        open.addAll(split.validation().set().smiles());
        split.calibration().ifPresent(part -> open.addAll(part.set().smiles()));
        Set<String> secret = new HashSet<>(test.smiles());
        secret.removeAll(open);
        Set<String> met = HeldNumbers.texts(root, secret::contains, value -> value instanceof MoleculeSet set ? set.smiles() : null);
        return met.size() >= Math.min(FEWEST, secret.size()) && !met.isEmpty()
                ? List.of(String.format(Locale.ROOT, "holds %,d of the %,d strings that only test molecules have", met.size(), secret.size())) : List.of();
    }

    private SharedMolecules shared() {
        SharedMolecules known = shared;
        if (known == null) {
            known = new SharedMolecules(split);
            shared = known;
        }
        return known;
    }

    /** {@return the audit so far} */
    Audit audit() {
        List<Check> known = molecules;
        if (known == null) {
            known = shared().checks();
            molecules = known;
        }
        List<Part> parts = new ArrayList<>(List.of(part("train", split.train().set()), part("validation", split.validation().set())));
        split.calibration().ifPresent(part -> parts.add(part("calibration", part.set())));
        parts.add(part("test", split.test().set()));
        return new Audit(parts, known).with(methods.checks());
    }

    private static Part part(String name, MoleculeSet set) {
        return new Part(name, set.size(), "molecules", "");
    }
}
