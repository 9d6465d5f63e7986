package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingLoop;
import dev.trivium.nn.training.TrainingOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From recipe and molecules to a fitted model. Every molecule is read once, however many networks are trained. */
final class MolGraphXlstmFitting {

    private final MolGraphXlstmSpec spec;
    private final MoleculeSet trainSet;
    private final MoleculeSet validationSet;
    private final LabelledMolecules train;
    private final LabelledMolecules validation;
    private final LabelScale scale;

    /** A trained network and how it came about. */
    record Fitted(Member member, TrainingOutcome outcome) {}

    MolGraphXlstmFitting(MolGraphXlstmSpec spec, TrainingMolecules train, ValidationMolecules validation) {
        this.spec = spec;
        trainSet = train.set();
        validationSet = validation.set();
        spec.kind().check(train, validation);
        LabelledMolecules read = LabelledMolecules.of(trainSet, spec.reading());
        for (int t = 0; t < tasks(); t++) {
            if (LabelScale.observed(tasks(), t, read.labels()).length == 0) {
                throw new IllegalArgumentException("train must hold a label of every task, got none of " + trainSet.tasks().get(t));
            }
        }
        LabelledMolecules judged = LabelledMolecules.of(validationSet, spec.reading());
        if (judged.molecules().isEmpty()) {
            throw new IllegalArgumentException("validation must hold a molecule with a label, got none among " + validationSet.size() + " rows");
        }
        scale = spec.kind() == TaskKind.REGRESSION ? LabelScale.of(tasks(), read.labels()) : LabelScale.none(tasks());
        this.train = read.withLabels(scale.forward(read.labels()));
        this.validation = judged.withLabels(scale.forward(judged.labels()));
        ValidationScore.of(spec.kind(), scale, new double[judged.labels().length], this.validation.labels()); // before an epoch is spent
    }

    private int tasks() {
        return trainSet.tasks().size();
    }

    static MolGraphXlstmPredictor fit(MolGraphXlstmSpec spec, TrainingMolecules train, ValidationMolecules validation, Training training)
            throws IOException {
        MolGraphXlstmFitting fitting = new MolGraphXlstmFitting(spec, train, validation);
        Map<String, Object> described = SavedMolGraphXlstm.describe(spec);
        return fitting.predictor(spec, described, List.of(fitting.member(training)), training);
    }

    /** Trains one network; the caller closes its parameters. */
    Fitted member(Training training) throws IOException {
        Parameters parameters = Parameters.create(Compute.choose(training.device()), training.seed());
        try {
            MolGraphNetwork network = new MolGraphNetwork(spec, tasks(), parameters);
            MolGraphLoss loss = MolGraphLoss.of(spec, network, train.labels());
            MolGraphXlstmTrainable.Validation judged = new MolGraphXlstmTrainable.Validation(validation.molecules(),
                    outputs -> ValidationScore.of(spec.kind(), scale, outputs, validation.labels()));
            MolGraphXlstmTrainable trainable = new MolGraphXlstmTrainable(network, loss, train, judged, training.seed(), identity(training));
            TrainingOutcome outcome = new TrainingLoop(trainable, spec.recipe().plan(), training).run();
            return new Fitted(new Member(network, platt(network)), outcome);
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private Platt platt(MolGraphNetwork network) {
        return spec.kind() == TaskKind.CLASSIFICATION && spec.calibration() == Calibration.PLATT
                ? Platt.fit(tasks(), network.outputs(validation.molecules()), validation.labels())
                : Platt.none(tasks());
    }

    /** Joins networks to a predictor, which owns them from now on; if that fails, they are closed. */
    MolGraphXlstmPredictor predictor(PropertyPredictorSpec of, Map<String, Object> described, List<Fitted> fitted, Training training) {
        List<Member> members = fitted.stream().map(Fitted::member).toList();
        try {
            return new MolGraphXlstmPredictor(of, spec, trainSet.tasks(), scale, members,
                    KeptMolecules.of(new TrainingMolecules(trainSet), spec.reading().parsing()), provenance(described, fitted, training));
        } catch (RuntimeException e) {
            members.forEach(member -> member.network().parameters().close());
            throw e;
        }
    }

    /** What a resumed run must share with the one that was interrupted. */
    private Map<String, Object> identity(Training training) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", SavedMolGraphXlstm.KIND);
        identity.put("spec", SavedMolGraphXlstm.describe(spec));
        identity.put("epochs", training.epochs().orElse(spec.recipe().epochs()));
        identity.put("seed", training.seed());
        identity.put("device", Compute.choose(training.device()).device());
        identity.put("engine", NativeRuntime.ENGINE);
        identity.put("threads", NativeRuntime.threads());
        identity.put("train", trainSet.sha256());
        identity.put("validation", validationSet.sha256());
        return identity;
    }

    private Map<String, Object> provenance(Map<String, Object> described, List<Fitted> fitted, Training training) {
        long bytes = trainSet.smiles().stream().mapToLong(String::length).sum() + (long) trainSet.labels().length * Double.BYTES;
        Provenance.Data data = new Provenance.Data("training molecules", trainSet.sha256(), bytes);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train.molecules", (double) train.molecules().size());
        metrics.put("train.refused", (double) train.refused());
        metrics.put("train.unlabelled", (double) train.unlabelled());
        metrics.put("validation.molecules", (double) validation.molecules().size());
        for (int m = 0; m < fitted.size(); m++) {
            TrainingOutcome outcome = fitted.get(m).outcome();
            String member = fitted.size() == 1 ? "" : String.format(Locale.ROOT, "member.%d.", m);
            boolean regression = spec.kind() == TaskKind.REGRESSION;
            metrics.put(member + (regression ? "validation.rmse" : "validation.auroc"),
                    regression ? outcome.bestScore() : 1 - outcome.bestScore());
            metrics.put(member + "epochs", (double) outcome.epochs().size());
            metrics.put(member + "best.epoch", (double) outcome.bestEpoch());
            metrics.put(member + "fit.seconds", outcome.seconds());
        }
        Map<String, Object> all = new Provenance(Map.of("trivium", version(), "engine", NativeRuntime.ENGINE), described, training.seed(),
                data, metrics).describe(Clock.systemUTC());
        all.put("chosen", Map.of("sha256", validationSet.sha256()));
        return all;
    }

    private static String version() {
        String version = MolGraphXlstmFitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
