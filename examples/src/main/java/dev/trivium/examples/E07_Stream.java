package dev.trivium.examples;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.stream.GapStream;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A live stream, filled row by row from the past alone; its state survives a restart, and a late value takes its place.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E07_Stream</pre>
 */
public final class E07_Stream {

    private static final int LEARNT = 350;

    private E07_Stream() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet series = Samples.telosB().series();
        Split split = Split.withoutTest(series.rows(0, LEARNT), 0.8);
        Path state = Files.createTempFile("stream", ".state");
        try (FgattImputer imputer = FgattSpec.standard().fit(split.train(), split.validation(), Training.seed(1).withEpochs(1))) {
            int window = imputer.spec().architecture().window();
            GapStream stream = GapStream.start(imputer, window, series.time().slice(LEARNT - window, LEARNT));
            for (int t = LEARNT - window; t < LEARNT; t++) {
                stream.add(row(series, t));
            }
            for (int t = LEARNT; t < LEARNT + 3; t++) {
                double[] row = row(series, t);
                row[0] = Double.NaN; // the first mote's thermometer is silent
                show(stream.update(row), series, t);
            }
            stream.save(state);
            GapStream restarted = GapStream.restore(state, imputer);
            double[] late = new double[series.width()];
            java.util.Arrays.fill(late, Double.NaN);
            late[0] = series.value(LEARNT + 1, 0); // what it said two minutes ago arrives now
            FilledSeries revised = restarted.update(LEARNT + 1L, late);
            System.out.println("after a late value, minute " + revised.values().time().label(1) + " is filled anew:");
            show(revised.values().rows(1, 2), revised, 1, series, LEARNT + 2);
        } finally {
            Files.delete(state);
        }
    }

    private static double[] row(SeriesSet series, int t) {
        double[] row = new double[series.width()];
        series.copyRows(t, t + 1, row, 0);
        return row;
    }

    private static void show(FilledSeries filled, SeriesSet truth, int t) {
        show(filled.values(), filled, 0, truth, t);
    }

    private static void show(SeriesSet row, FilledSeries filled, int at, SeriesSet truth, int t) {
        System.out.println(String.format(Locale.ROOT, "minute %s: %.2f in [%.2f, %.2f], was %.2f", truth.time().label(t), row.value(0, 0),
                filled.lower().value(at, 0), filled.upper().value(at, 0), truth.value(t, 0)));
    }
}
