package dev.trivium.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import dev.trivium.cli.TinyWeights;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.sample.MoleculeSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluations in which nothing leaks, on data that look as if something might: none may be stopped. */
class CleanRunsTest {

    private static final int ROWS = 240; // 168 train, 24 validation, 48 test

    @TempDir
    private static Path folder = Path.of("");

    /** What is evaluated, and the words of the command line. */
    private record Clean(String name, Words words) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes the data and says the command. */
    private interface Words {
        List<Object> get(Path folder) throws IOException;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"forecasts", "molecules", "gaps"})
    void nothingIsFoundWhereNothingLeaks(Clean clean) throws IOException {
        Path own = Files.createDirectory(folder.resolve(clean.name().replaceAll("\\W+", "-")));
        Run run = run(clean.words().get(own));
        assertEquals(0, run.code(), run.err() + run.out());
        assertFalse(run.out().toLowerCase(java.util.Locale.ROOT).contains("violation"), run.out());
    }

    private static Run run(List<Object> words) {
        return Run.of(words.stream().map(Object::toString).toArray(String[]::new));
    }

    private static List<Object> forecast(Path data, Object model, Object... more) {
        return with(List.of("forecast", "evaluate", "--data", data, "--model", model, "--lookback", 24, "--horizon", 6, "--stride", 6), more);
    }

    private static List<Object> molecules(Path data, Object model, Object... more) {
        return with(List.of("molecule", "evaluate", "--data", data, "--model", model), more);
    }

    private static List<Object> gaps(Path data, Object model, Object... more) {
        return with(List.of("impute", "evaluate", "--data", data, "--model", model), more);
    }

    private static List<Object> with(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    static Stream<Clean> forecasts() {
        return Stream.of(
                new Clean("plain series", f -> forecast(MadeSeries.plant(ROWS, 21).write(f.resolve("a.csv")), "linear")),
                new Clean("columns that never change", f -> forecast(MadeSeries.plant(ROWS, 22).with("set", t -> 7).with("off", t -> 0)
                        .write(f.resolve("a.csv")), "linear")),
                new Clean("a period without noise", f -> forecast(MadeSeries.empty(ROWS).with("tide", t -> Math.sin(2 * Math.PI * t / 12))
                        .with("day", t -> t % 24).write(f.resolve("a.csv")), "seasonal-naive")),
                new Clean("zeros at night", f -> forecast(sunny().write(f.resolve("a.csv")), "boosted-trees")),
                new Clean("small whole numbers", f -> forecast(counts().write(f.resolve("a.csv"), "%.0f"), "drift")),
                new Clean("days repeated within the training rows", f -> forecast(MadeSeries.plant(ROWS, 23).paste(10, 90, 48)
                        .write(f.resolve("a.csv")), "linear")),
                new Clean("a week and single hours missing", f -> forecast(gappy(MadeSeries.plant(ROWS, 24)).write(f.resolve("a.csv")), "linear")),
                new Clean("meters that count upwards", f -> forecast(MadeSeries.plant(ROWS, 25).with("hours run", t -> t)
                        .with("litres", t -> 0.25 * t + 3).write(f.resolve("a.csv")), "last-value")),
                new Clean("a promotion known beforehand", f -> forecast(HourlyTable.writeWithKnown(f.resolve("a.csv"), ROWS, 0), "boosted-trees",
                        "--known", "promotion")),
                new Clean("a network", f -> forecast(MadeSeries.plant(ROWS, 26).write(f.resolve("a.csv")), "waverora", "--epochs", 1)),
                new Clean("weights trained on other series", f -> forecast(MadeSeries.plant(ROWS, 27).write(f.resolve("a.csv")),
                        TinyWeights.write(f.resolve("tiny.trivium")))),
                new Clean("a model file of the same training rows", CleanRunsTest::fittedForecaster),
                new Clean("two stations of the Chicago L", CleanRunsTest::chicago));
    }

    /** Some 500 days, holidays and all. */
    private static List<Object> chicago(Path folder) throws IOException {
        SeriesSet days = Samples.chicagoL().series().rows(0, 500).select(List.of("Austin", "Polk"));
        MadeSeries table = MadeSeries.empty(days.length());
        for (int s = 0; s < days.width(); s++) {
            table.with(days.names().get(s), days.column(s));
        }
        return forecast(table.write(folder.resolve("a.csv"), "%.0f"), "linear");
    }

    private static List<Object> fittedForecaster(Path folder) throws IOException {
        Path data = MadeSeries.plant(ROWS, 28).write(folder.resolve("a.csv"));
        Path model = folder.resolve("a.trivium");
        assertEquals(0, run(List.of("forecast", "fit", "--data", data, "--model", "linear", "--lookback", 24, "--horizon", 6, "--out", model)).code());
        return List.of("forecast", "evaluate", "--data", data, "--model", model, "--stride", 6);
    }

    private static MadeSeries sunny() {
        Random random = new Random(29);
        double[] cloud = random.doubles(ROWS, 0.5, 1).toArray();
        MadeSeries table = MadeSeries.empty(ROWS);
        for (String roof : List.of("north", "south")) {
            double height = roof.equals("south") ? 5 : 3;
            table.with(roof, t -> Math.max(0, height * cloud[(int) t] * Math.sin(2 * Math.PI * (t - 6) / 24)));
        }
        return table;
    }

    private static MadeSeries counts() {
        Random random = new Random(30);
        return MadeSeries.empty(ROWS).with("calls", random.ints(ROWS, 0, 4).asDoubleStream().toArray())
                .with("doors", random.ints(ROWS, 0, 2).asDoubleStream().toArray());
    }

    private static MadeSeries gappy(MadeSeries table) {
        Random random = new Random(31);
        for (int s = 0; s < table.width(); s++) {
            double[] values = table.column(s);
            IntStream.range(0, ROWS).filter(t -> random.nextInt(20) == 0).forEach(t -> values[t] = Double.NaN);
            Arrays.fill(values, 30 + s, 90 + s, Double.NaN);
        }
        return table;
    }

    static Stream<Clean> molecules() {
        return Stream.of(
                new Clean("the same molecule twice with two numbers", f -> molecules(alcohols(f, 60, "OCC,1.5\nC(O)C,0.5\n"), "train-mean",
                        "--target", "logS")),
                new Clean("salts of one acid all in training", CleanRunsTest::salts),
                new Clean("a network on molecules", f -> molecules(alcohols(f, 40, ""), "molgraph-xlstm", "--target", "logS", "--epochs", 1)),
                new Clean("a model file of the same molecules", CleanRunsTest::fittedPredictor),
                new Clean("melting points that ship", CleanRunsTest::meltingPoints));
    }

    /** One in eight of them. */
    private static List<Object> meltingPoints(Path folder) throws IOException {
        MoleculeSet all = MoleculeSamples.meltingPoints().molecules();
        StringBuilder text = new StringBuilder("smiles,melting\n");
        IntStream.range(0, all.size()).filter(row -> row % 8 == 0)
                .forEach(row -> text.append(all.smiles().get(row)).append(',').append(all.label(row, 0)).append('\n'));
        Path data = Files.writeString(folder.resolve("melting.csv"), text);
        return molecules(data, "train-mean", "--target", "melting", "--split", "scaffold-balanced");
    }

    private static Path alcohols(Path folder, int count, String more) throws IOException {
        StringBuilder text = new StringBuilder("smiles,logS\n");
        IntStream.rangeClosed(1, count).forEach(n -> text.append("C".repeat(n)).append("O,").append(1 - n).append('\n'));
        return Files.writeString(folder.resolve("alcohols.csv"), text.append(more));
    }

    private static List<Object> salts(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("smiles,logS,part\nCC(=O)O,1,train\nCC(=O)[O-].[Na+],1,train\nCC(=O)[O-].[K+],1,train\n");
        IntStream.rangeClosed(1, 30).forEach(n -> text.append("C".repeat(n)).append("O,").append(1 - n).append(",train\n"));
        IntStream.rangeClosed(1, 10).forEach(n -> text.append("C".repeat(n)).append("N.Cl,").append(1 - n).append(",valid\n"));
        IntStream.rangeClosed(1, 10).forEach(n -> text.append("C".repeat(n)).append("Br.O,").append(-n).append(",test\n"));
        Path data = Files.writeString(folder.resolve("salts.csv"), text);
        return molecules(data, "train-mean", "--target", "logS", "--split", "column:part");
    }

    private static List<Object> fittedPredictor(Path folder) throws IOException {
        Path data = alcohols(folder, 40, "");
        Path model = folder.resolve("a.trivium");
        assertEquals(0, run(List.of("molecule", "fit", "--data", data, "--target", "logS", "--model", "random-forest", "--out", model)).code());
        return molecules(data, model);
    }

    static Stream<Clean> gaps() {
        return Stream.of(
                new Clean("cells hidden one by one", f -> gaps(MadeSeries.plant(ROWS, 32).write(f.resolve("a.csv")), "linear", "--pattern",
                        "points:0.2")),
                new Clean("cells with gaps of their own", f -> gaps(gappy(MadeSeries.plant(ROWS, 33)).write(f.resolve("a.csv")), "nearest-nodes",
                        "--pattern", "points:0.1")),
                new Clean("a node that never changes", f -> gaps(MadeSeries.plant(ROWS, 34).with("set", t -> 7).with("ramp", t -> 2 * t)
                        .write(f.resolve("a.csv")), "linear", "--pattern", "points:0.2")),
                new Clean("whole numbers that are filled exactly", f -> gaps(counts().with("mode", t -> (int) (t / 60)).write(f.resolve("a.csv"), "%.0f"),
                        "last", "--pattern", "points:0.2")),
                new Clean("a network on cells", f -> gaps(MadeSeries.plant(ROWS, 35).write(f.resolve("a.csv")), "fgatt", "--window", 12, "--epochs", 1,
                        "--pattern", "outage:6")),
                new Clean("motes that ship", f -> gaps(Path.of("telosb"), "linear", "--pattern", "blocks")));
    }
}
