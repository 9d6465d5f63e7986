package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.nn.parameter.Lifetime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fitted MolGraph-xLSTM, or an ensemble of them. Rows are read on all processors and predicted in batches of molecules of like length,
 * a chunk of rows after the other, so memory does not grow with their number. Every batch opens a scope of its own: threads may share it.
 * Closing waits for calls that other threads have begun.
 */
public final class MolGraphXlstmPredictor implements PropertyPredictor {

    private static final int CHUNK = 4096;

    private final PropertyPredictorSpec spec;
    private final MolGraphXlstmSpec memberSpec;
    private final List<String> tasks;
    private final LabelScale scale;
    private final List<Member> members;
    private final KeptMolecules kept;
    private final Map<String, Object> provenance;
    private final Optional<MoleculeIntervals> intervals;
    private final Lifetime lifetime;

    MolGraphXlstmPredictor(PropertyPredictorSpec spec, MolGraphXlstmSpec memberSpec, List<String> tasks, LabelScale scale,
            List<Member> members, KeptMolecules kept, Map<String, Object> provenance) {
        this(spec, memberSpec, tasks, scale, members, kept, provenance, Optional.empty(), new Lifetime("predictor"));
    }

    private MolGraphXlstmPredictor(PropertyPredictorSpec spec, MolGraphXlstmSpec memberSpec, List<String> tasks, LabelScale scale,
            List<Member> members, KeptMolecules kept, Map<String, Object> provenance, Optional<MoleculeIntervals> intervals,
            Lifetime lifetime) {
        this.spec = spec;
        this.memberSpec = memberSpec;
        this.tasks = List.copyOf(tasks);
        this.scale = scale;
        this.members = List.copyOf(members);
        this.kept = kept;
        this.provenance = provenance;
        this.intervals = intervals;
        this.lifetime = lifetime;
    }

    @Override
    public PropertyPredictorSpec spec() {
        return spec;
    }

    @Override
    public List<String> tasks() {
        return tasks;
    }

    @Override
    public Optional<TrainingSpace> trainingSpace() {
        return kept.space();
    }

    @Override
    public Optional<MoleculeIntervals> intervals() {
        return intervals;
    }

    @Override
    public MolGraphXlstmPredictor withIntervals(MoleculeIntervals other) {
        other.requireOf(this);
        return new MolGraphXlstmPredictor(spec, memberSpec, tasks, scale, members, kept, other.addedTo(provenance), Optional.of(other),
                lifetime);
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    @Override
    public List<Prediction> predict(List<String> smiles) {
        return lifetime.during(() -> {
            List<Prediction> predictions = new ArrayList<>(smiles.size());
            for (int from = 0; from < smiles.size(); from += CHUNK) {
                List<String> rows = smiles.subList(from, Math.min(from + CHUNK, smiles.size()));
                List<Prediction> plain = chunk(rows);
                predictions.addAll(intervals.map(i -> i.around(rows, plain, spec.parsing(), trainingSpace())).orElse(plain));
            }
            return predictions;
        });
    }

    private List<Prediction> chunk(List<String> smiles) {
        List<Reading.Row> rows = memberSpec.reading().readAll(smiles);
        List<MoleculeTokens> molecules = rows.stream().filter(Reading.Tokens.class::isInstance)
                .map(row -> ((Reading.Tokens) row).tokens()).toList();
        List<double[]> outputs = members.stream().map(m -> values(m, molecules)).toList();
        List<Prediction> predictions = new ArrayList<>(rows.size());
        int next = 0;
        for (Reading.Row row : rows) {
            if (row instanceof Reading.Tokens tokens) {
                predictions.add(made(outputs, next++, tokens.notes()));
            } else {
                predictions.add(new Prediction.Refused(tasks.size(), ((Reading.Refused) row).reason()));
            }
        }
        return predictions;
    }

    /** What one member says, (molecules, tasks), as probabilities or in the unit of the labels. */
    private double[] values(Member member, List<MoleculeTokens> molecules) {
        double[] outputs = member.network().outputs(molecules);
        for (int i = 0; i < outputs.length; i++) {
            int task = i % tasks.size();
            outputs[i] = spec.kind() == TaskKind.CLASSIFICATION
                    ? member.platt().probability(task, outputs[i]) : scale.backward(task, outputs[i]);
        }
        return outputs;
    }

    private Prediction made(List<double[]> outputs, int molecule, List<String> notes) {
        double[] mean = new double[tasks.size()];
        double[] spread = new double[tasks.size()];
        for (int t = 0; t < mean.length; t++) {
            int at = molecule * mean.length + t;
            double[] all = outputs.stream().mapToDouble(o -> o[at]).toArray();
            double centre = Arrays.stream(all).sum() / all.length;
            mean[t] = centre;
            spread[t] = all.length == 1 ? Double.NaN
                    : Math.sqrt(Arrays.stream(all).map(v -> (v - centre) * (v - centre)).sum() / (all.length - 1));
        }
        return Prediction.of(tasks, mean, spread, notes);
    }

    /**
     * Says which atoms and motifs a prediction rests on; averaged over the members of an ensemble.
     *
     * @throws IllegalArgumentException if the string is no molecule; the message says why
     */
    public TokenWeights weights(String smiles) {
        Parsed parsed = Molecule.parse(smiles, memberSpec.reading().parsing());
        if (parsed instanceof Parsed.Refused refused) {
            throw new IllegalArgumentException("smiles must be a molecule, got " + refused.reason());
        }
        Molecule molecule = ((Parsed.Ok) parsed).molecule();
        return lifetime.during(() -> TokenWeights.of(molecule, memberSpec.reading().graph(molecule), members, tasks.size()));
    }

    /**
     * Predicts molecules that are given as what the network reads, such as graphs {@linkplain MoleculeGraph#without less a motif}.
     *
     * @return (graphs, tasks) row-major, probabilities or numbers in the unit of the labels; means over the members of an ensemble
     */
    public double[] values(List<MoleculeGraph> graphs) {
        List<MoleculeTokens> molecules = graphs.stream().map(MoleculeTokens::of).toList();
        return lifetime.during(() -> {
            double[] means = new double[graphs.size() * tasks.size()];
            for (Member member : members) {
                double[] one = values(member, molecules);
                Arrays.setAll(means, i -> means[i] + one[i] / members.size());
            }
            return means;
        });
    }

    @Override
    public void save(Path file) throws IOException {
        lifetime.during(() -> {
            SavedMolGraphXlstm.write(file, this);
            return file;
        });
    }

    MolGraphXlstmSpec memberSpec() {
        return memberSpec;
    }

    LabelScale scale() {
        return scale;
    }

    List<Member> members() {
        return members;
    }

    @Override
    public void close() {
        lifetime.end(() -> members.forEach(member -> member.network().parameters().close()));
    }
}
