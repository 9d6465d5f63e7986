package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.MoleculeBootstrap;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.evaluation.property.PropertyRun;
import dev.trivium.evaluation.property.PropertySetting;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.training.PeakMemory;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Methods fitted on the training molecules of one split and scored on the same test molecules, for one score card.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
 * comparison.addSimpleMethods(List.of(Training.seed(1)));
 * comparison.add(MolGraphXlstmSpec.of(TaskKind.REGRESSION), List.of(Training.seed(1), Training.seed(2)));
 * String table = comparison.card("solubility").text();
 * }</pre>
 */
public final class Comparison {

    private static final String SELECTED_BY = "lowest error on the validation molecules";
    private static final long BOOTSTRAP_SEED = 1;

    private final MoleculeSplit split;
    private final TaskKind kind;
    private final Consumer<String> watch;
    private final List<Double> shares;
    private final List<Answered> methods = new ArrayList<>();
    private BiConsumer<String, PropertyPredictor> shown = (method, predictor) -> {};
    private final MoleculeAudit audit;

    private Comparison(MoleculeSplit split, TaskKind kind, Consumer<String> watch, List<Double> shares) {
        this.split = split;
        this.kind = kind;
        this.watch = watch;
        audit = new MoleculeAudit(split, kind);
        this.shares = List.copyOf(shares);
    }

    /** {@return an empty comparison on the test molecules of a split} */
    public static Comparison on(MoleculeSplit split, TaskKind kind) {
        return on(split, kind, method -> {});
    }

    /** {@return an empty comparison that tells the name of every method before it is fitted} */
    public static Comparison on(MoleculeSplit split, TaskKind kind, Consumer<String> watch) {
        return new Comparison(split, kind, watch, MoleculeIntervals.STANDARD_SHARES);
    }

    /**
     * {@return an empty comparison that calibrates methods for other shares} Without calibration molecules in the split nothing is calibrated.
     *
     * @param other shares of molecules, rising within (0, 1)
     */
    public Comparison withShares(List<Double> other) {
        return new Comparison(split, kind, watch, other);
    }

    /**
     * Hands every model to a viewer once it is scored, before it is closed: for pictures of what it predicts. One that is fitted with several seeds
     * comes once for each.
     *
     * @return this comparison
     */
    public Comparison showing(BiConsumer<String, PropertyPredictor> viewer) {
        shown = viewer;
        return this;
    }

    /**
     * Fits and scores the methods that every card holds, apart from those that are on it already: see {@link NamedPredictors#simple}.
     *
     * @param trainings seeds and device; a method without randomness is fitted with the first one only
     * @throws IOException never by the methods of this library
     */
    public void addSimpleMethods(List<Training> trainings) throws IOException {
        for (PropertyPredictorSpec spec : NamedPredictors.simple(kind)) {
            if (methods.stream().noneMatch(each -> each.method().name().equals(spec.name()))) {
                add(spec, NamedPredictors.methodKind(spec.name()), trainings);
            }
        }
    }

    /**
     * Fits a model once per training, closes it, and scores it.
     *
     * @param trainings at least one; their seeds stand on the card
     * @throws IllegalArgumentException if the model predicts another kind of label
     * @throws IOException if a checkpoint cannot be read or written
     */
    public void add(PropertyPredictorSpec spec, List<Training> trainings) throws IOException {
        MethodKind method = NamedPredictors.methodKind(spec.name());
        add(spec, method == MethodKind.BASELINE ? MethodKind.MODEL : method, trainings);
    }

    private void add(PropertyPredictorSpec spec, MethodKind method, List<Training> trainings) throws IOException {
        require(spec);
        if (trainings.isEmpty()) {
            throw new IllegalArgumentException("trainings must not be empty, got none for " + spec.name());
        }
        watch.accept(spec.name());
        audit.look(spec.name(), spec);
        boolean random = NamedPredictors.isRandom(spec.name());
        List<Training> runs = random ? trainings : trainings.subList(0, 1);
        List<TestAnswers> answers = new ArrayList<>();
        PeakMemory memory = PeakMemory.begin();
        double megabytes = Double.NaN;
        double fitSeconds = 0;
        String note = "";
        for (Training training : runs) {
            long start = System.nanoTime();
            try (PropertyPredictor fitted = spec.fit(split, training, shares)) {
                fitSeconds += (System.nanoTime() - start) / 1e9 / runs.size();
                answers.add(TestAnswers.of(fitted, test()));
                if (answers.size() == runs.size()) {
                    megabytes = memory.megabytes(); // before the audit takes some
                    audit.look(spec.name(), fitted, answers.get(answers.size() - 1), true);
                }
                note = fitted.note().orElse("");
                if (method == MethodKind.MODEL) {
                    shown.accept(spec.name(), fitted);
                }
            }
        }
        enter(new Method(spec.name(), method, random ? runs.stream().map(Training::seed).toList() : List.of(),
                new Cost(fitSeconds, meanMicros(answers), megabytes), note), answers);
    }

    /**
     * Scores a model that is fitted already. If it was fitted on other molecules than the training molecules of this split, or chosen by
     * others than its validation molecules, the audit says so.
     *
     * @param name of its row
     * @throws IllegalArgumentException if the model predicts another kind of label or other tasks
     */
    public void add(String name, PropertyPredictor fitted) {
        require(fitted.spec());
        watch.accept(name);
        PeakMemory memory = PeakMemory.begin();
        List<TestAnswers> answers = List.of(TestAnswers.of(fitted, test()));
        shown.accept(name, fitted);
        boolean random = NamedPredictors.isRandom(fitted.spec().name());
        List<Long> seeds = random && fitted.provenance().get("seed") instanceof Number seed ? List.of(seed.longValue()) : List.of();
        List<String> notes = new ArrayList<>();
        fitted.note().ifPresent(notes::add);
        double megabytes = memory.megabytes();
        audit.look(name, fitted, answers.get(0), false);
        enter(new Method(name, MethodKind.MODEL, seeds, new Cost(fitSeconds(fitted), meanMicros(answers), megabytes), String.join("; ", notes)), answers);
    }

    /** {@return what was looked at, in molecules and methods, to tell whether the scores are to be believed} */
    public Audit audit() {
        return audit.audit();
    }

    private void enter(Method method, List<TestAnswers> answers) {
        methods.add(new Answered(method, answers));
    }

    private void require(PropertyPredictorSpec spec) {
        if (spec.kind() != kind) {
            throw new IllegalArgumentException("spec must be for " + kind + ", got one for " + spec.kind() + ": " + spec.name());
        }
    }

    private MoleculeSet test() {
        return split.test().set();
    }

    private static double meanMicros(List<TestAnswers> answers) {
        return answers.stream().mapToDouble(TestAnswers::microsPerMolecule).average().orElse(Double.NaN);
    }

    /** The seconds that a model file tells of, those of the members of an ensemble added. */
    private static double fitSeconds(PropertyPredictor fitted) {
        if (!(fitted.provenance().get("metrics") instanceof Map<?, ?> metrics)) {
            return Double.NaN;
        }
        double[] seconds = metrics.entrySet().stream().filter(entry -> String.valueOf(entry.getKey()).endsWith("fit.seconds"))
                .mapToDouble(entry -> entry.getValue() instanceof Number number ? number.doubleValue() : Double.NaN).toArray();
        return seconds.length == 0 ? Double.NaN : java.util.Arrays.stream(seconds).sum();
    }

    /**
     * {@return the card with all methods added, the naive one first}
     *
     * @param dataset the data set's name
     * @throws IllegalArgumentException if no naive method was added, or no test molecule has a label and is predicted by all methods
     */
    public PropertyCard card(String dataset) {
        LabelKind labels = kind == TaskKind.CLASSIFICATION ? LabelKind.YES_NO : LabelKind.NUMBER;
        ScoredMolecules scored = ScoredMolecules.of(test(), methods);
        List<ScoredTask> tasks = tasks();
        RangeCounts counts = new RangeCounts(scored, tasks);
        boolean stated = methods.stream().anyMatch(each -> each.seeds().stream().anyMatch(seed -> !seed.shares().isEmpty()));
        TestGroups groups = stated ? TestGroups.of(split, kind) : new TestGroups(List.of());
        List<PropertyRun> runs = methods.stream().sorted(Comparator.comparing(each -> each.method().kind()))
                .map(each -> new PropertyRun(each.method(),
                        each.seeds().stream().map(answers -> scored.predictions(labels, tasks, answers)).toList(), counts.tables(each, groups)))
                .toList();
        PropertySetting setting = new PropertySetting(dataset, labels, tasks, split.toString(), SELECTED_BY);
        return PropertyCard.of("Properties of molecules: " + dataset, setting, scored.excluded(), MoleculeBootstrap.standard(BOOTSTRAP_SEED),
                runs, audit());
    }

    /** Errors of several tasks are averaged in standard deviations of the training labels. */
    private List<ScoredTask> tasks() {
        MoleculeSet train = split.train().set();
        boolean scaled = kind == TaskKind.REGRESSION && train.tasks().size() > 1;
        return IntStream.range(0, train.tasks().size())
                .mapToObj(task -> new ScoredTask(train.tasks().get(task), scaled ? deviation(train, task) : 1)).toList();
    }

    private static double deviation(MoleculeSet train, int task) {
        double[] labels = IntStream.range(0, train.size()).mapToDouble(row -> train.label(row, task)).filter(label -> !Double.isNaN(label))
                .toArray();
        double mean = java.util.Arrays.stream(labels).average().orElse(0);
        double squares = java.util.Arrays.stream(labels).map(label -> (label - mean) * (label - mean)).sum();
        boolean alike = java.util.Arrays.stream(labels).allMatch(label -> label == labels[0]); // whose mean, rounded, may miss them
        return !alike && squares > 0 ? Math.sqrt(squares / (labels.length - 1)) : 1;
    }
}
