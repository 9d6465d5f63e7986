package dev.trivium.imputation.golden;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.baseline.LastSpec;
import dev.trivium.imputation.baseline.LinearSpec;
import dev.trivium.imputation.baseline.MatrixFactorisationSpec;
import dev.trivium.imputation.baseline.MeanSpec;
import dev.trivium.imputation.baseline.NearestNodesSpec;
import dev.trivium.imputation.baseline.RidgeArSpec;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.stream.GapStream;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Wrote the golden files of this module; run by hand, never by the build, and only for names that do not exist yet.
 *
 * <p>Arguments: the folder, then the generation that the names end in ({@code mean-1.trivium}). A file that is there is left alone.
 */
public final class WriteGoldenImputers {

    private static final int ROWS = 240;
    private static final int WIDTH = 4;
    private static final int WINDOW = 8;
    private static final int FROM = 200;
    private static final int TO = 220;

    private final Path folder;
    private final String generation;

    private WriteGoldenImputers(Path folder, String generation) {
        this.folder = folder;
        this.generation = generation;
    }

    /** Writes what is not there. */
    public static void main(String[] arguments) throws IOException {
        WriteGoldenImputers writer = new WriteGoldenImputers(Path.of(arguments[0]), arguments[1]);
        for (Map.Entry<String, ImputerSpec> each : specs().entrySet()) {
            writer.write(each.getKey(), each.getValue());
        }
        writer.writeStream();
    }

    private static Map<String, ImputerSpec> specs() {
        Map<String, ImputerSpec> specs = new TreeMap<>();
        FgattSpec standard = FgattSpec.standard();
        specs.put("fgatt", standard.withArchitecture(standard.architecture().withWindow(WINDOW).withSizes(8, 2, 16, 1))
                .withRecipe(standard.recipe().withSteps(8, 6).withEpochs(2, 2)));
        specs.put("mean", new MeanSpec());
        specs.put("last", new LastSpec());
        specs.put("linear", new LinearSpec());
        specs.put("nearest-nodes", NearestNodesSpec.standard());
        specs.put("matrix-factorisation", new MatrixFactorisationSpec(2));
        specs.put("ridge-ar", RidgeArSpec.standard());
        return specs;
    }

    /** Four nodes that follow one walk, with points and blocks missing. */
    private static SeriesSet series() {
        Random random = new Random(5);
        double[] values = new double[ROWS * WIDTH];
        double walk = 0;
        for (int i = 0; i < values.length; i++) {
            int t = i / WIDTH;
            int s = i % WIDTH;
            walk = s == 0 ? 0.9 * walk + random.nextGaussian() : walk;
            double value = 10 * s - 20 + (s + 1) * (walk + 0.2 * random.nextGaussian());
            values[i] = random.nextInt(8) == 0 || (t / 6 + s) % 9 == 0 ? Double.NaN : value;
        }
        TimeAxis time = TimeAxis.every(Duration.ofMinutes(15), Instant.parse("2025-03-01T00:00:00Z"), ZoneOffset.UTC, ROWS);
        return SeriesSet.of(time, List.of(Variable.of("n0", "dB"), Variable.of("n1", "dB"), Variable.of("n2"), Variable.of("n3")), values);
    }

    private Path file(String name) {
        return folder.resolve(name + "-" + generation + ".trivium");
    }

    private void write(String name, ImputerSpec spec) throws IOException {
        if (Files.exists(file(name))) {
            return;
        }
        Split split = Split.ratios(series(), 0.6, 0.2);
        try (Imputer model = spec.fit(split.train(), split.validation(), Training.seed(1).withDevice("cpu"))) {
            model.save(file(name));
            answer(name, "imputer", spec.name(), series().rows(FROM - 2 * WINDOW, TO), model.fill(series().rows(FROM - 2 * WINDOW, TO)));
        }
    }

    /** A stream over the imputer {@code linear}: ten rows kept, and the next one as the state after it fills it. */
    private void writeStream() throws IOException {
        if (Files.exists(file("gap-stream"))) {
            return;
        }
        try (Imputer model = Imputer.load(file("linear"), "cpu")) {
            SeriesSet rows = series().rows(FROM, TO);
            GapStream stream = GapStream.start(model, WINDOW, rows.time());
            for (int t = 0; t < rows.length() - 1; t++) {
                stream.add(rows.rows(t, t + 1).toArray());
            }
            stream.save(file("gap-stream"));
            answer("gap-stream", "stream", "linear-" + generation, rows, stream.update(rows.rows(rows.length() - 1, rows.length()).toArray()));
        }
    }

    private void answer(String name, String reader, String spec, SeriesSet gaps, FilledSeries filled) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reader", reader);
        answer.put("spec", spec);
        answer.put("gaps", GoldenJson.describe(gaps));
        answer.put("values", GoldenJson.values(filled.values().toArray()));
        answer.put("lower", GoldenJson.values(filled.lower().toArray()));
        answer.put("upper", GoldenJson.values(filled.upper().toArray()));
        Files.writeString(folder.resolve(name + "-" + generation + ".json"), GoldenJson.JSON.writeValueAsString(answer) + "\n");
    }
}
