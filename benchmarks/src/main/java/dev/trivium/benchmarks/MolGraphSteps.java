package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.molgraphxlstm.Architecture;
import dev.trivium.molecular.molgraphxlstm.Calibration;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.Recipe;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.TableOptions;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a training step of MolGraph-xLSTM takes and how many molecules a second it predicts, as a user runs it; one JSON line for each,
 * each from a process of its own.
 *
 * <p>{@code train}: from one step of {@code fit} to the next: gathering the batch, dropout, forward, losses, backward, Adam; batches are
 * whole and shuffled. {@code predict}: all molecules of the file once, from SMILES strings to numbers, featurisation included.
 */
public final class MolGraphSteps {

    private static final List<String> OPTIONS = List.of("--data", "--smiles", "--target", "--kind", "--power", "--channels", "--experts",
            "--heads", "--batch", "--threads", "--runs", "--warm-up", "--case");
    private static final List<String> CASES = List.of("train", "predict");

    private MolGraphSteps() {}

    /**
     * {@code --data FILE --smiles COLUMN --target COLUMN,… [--kind regression|classification] [--power 4] [--channels 32] [--experts 4]
     * [--heads 4] [--batch 128] [--threads 1] [--runs 40] [--warm-up 20] [--case train|predict]}; with a case, in this process.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments options = new Arguments(arguments, OPTIONS);
        String only = options.text("--case", "");
        for (String each : only.isEmpty() ? CASES : List.of(only)) {
            if (only.isEmpty()) {
                inChild(each, arguments);
            } else {
                System.out.println(new ObjectMapper().writeValueAsString(measure(each, options)));
            }
        }
    }

    private static void inChild(String each, String[] arguments) throws IOException, InterruptedException {
        List<String> child = new ArrayList<>(Arrays.asList(arguments));
        child.addAll(List.of("--case", each));
        int status = JavaProcess.of(MolGraphSteps.class, child).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (status != 0) {
            throw new IOException(each + " must end with status 0, got " + status);
        }
    }

    private static Map<String, Object> measure(String mode, Arguments options) throws IOException {
        int threads = options.number("--threads", 1);
        NativeRuntime.useThreads(threads);
        Path file = Path.of(options.text("--data", ""));
        MoleculeSet molecules = MoleculeFile.read(file, TableOptions.defaults().withSmiles(options.text("--smiles", "smiles"))
                .withTargets(options.text("--target", "").split(","))).set();
        MolGraphXlstmSpec spec = spec(options);
        int warmUp = options.number("--warm-up", 20);
        int runs = options.number("--runs", 40);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("implementation", "trivium");
        line.put("engine", NativeRuntime.ENGINE);
        line.put("java", Runtime.version().toString());
        line.put("data", String.valueOf(file.getFileName()));
        line.put("molecules", molecules.size());
        line.put("width", spec.architecture().width());
        line.put("experts", spec.architecture().experts());
        line.put("heads", spec.architecture().heads());
        line.put("mode", mode);
        line.put("batch", spec.recipe().batch());
        line.put("threads", threads);
        line.put("warm_up", warmUp);
        line.putAll(switch (mode) {
            case "train" -> training(spec, molecules, warmUp, runs).fields();
            case "predict" -> predicting(spec, molecules, warmUp, runs);
            default -> throw new IllegalArgumentException("case must be one of " + CASES + ", got " + mode);
        });
        ProcessMemory.peak().ifPresent(peak -> line.put("peak_rss_mb", Math.rint(10 * peak) / 10));
        return line;
    }

    private static MolGraphXlstmSpec spec(Arguments options) {
        TaskKind kind = TaskKind.valueOf(options.text("--kind", "regression").toUpperCase(Locale.ROOT));
        Architecture architecture = new Architecture(options.number("--power", 4), options.number("--channels", 32),
                options.number("--experts", 4), options.number("--heads", 4));
        return MolGraphXlstmSpec.of(kind).with(architecture).with(Calibration.NONE)
                .with(Recipe.published(2e-4, 1).withBatch(options.number("--batch", 128)));
    }

    private static Timings training(MolGraphXlstmSpec spec, MoleculeSet molecules, int warmUp, int runs) throws IOException {
        StepClock clock = new StepClock();
        int perEpoch = Math.max(1, molecules.size() / spec.recipe().batch());
        int timed = Math.max(1, perEpoch - 1); // the first step of an epoch is not
        int epochs = (warmUp + runs + timed - 1) / timed;
        MolGraphXlstmSpec whole = spec.with(spec.recipe().withEpochs(epochs, epochs)); // no early stop
        fit(whole, molecules, Training.seed(2025).withDevice("cpu").withMonitor(clock)).close();
        return clock.timings(warmUp, runs);
    }

    /** Few molecules validate, so that what is timed and counted is training. */
    private static PropertyPredictor fit(MolGraphXlstmSpec spec, MoleculeSet molecules, Training training) throws IOException {
        int[] few = new int[Math.min(64, molecules.size())];
        Arrays.setAll(few, i -> i);
        return spec.fit(new TrainingMolecules(molecules), new ValidationMolecules(molecules.select(few)), training);
    }

    private static Map<String, Object> predicting(MolGraphXlstmSpec spec, MoleculeSet molecules, int warmUp, int runs) throws IOException {
        int[] some = new int[Math.min(spec.recipe().batch(), molecules.size())];
        Arrays.setAll(some, i -> i);
        try (PropertyPredictor model = fit(spec, molecules.select(some), Training.seed(2025).withDevice("cpu").withEpochs(1))) {
            Timings timings = Timings.of(warmUp, runs, () -> model.predict(molecules.smiles()));
            Map<String, Object> fields = new LinkedHashMap<>(timings.fields());
            fields.put("molecules_per_second", Math.rint(molecules.size() / timings.quantile(0.5) * 1000));
            return fields;
        }
    }
}
