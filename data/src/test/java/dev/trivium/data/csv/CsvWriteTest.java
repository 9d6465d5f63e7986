package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvWriteTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    static List<TimeAxis> axes() {
        Instant start = Instant.parse("2020-10-24T22:00:00Z");
        return List.of(
                TimeAxis.every(Duration.ofMinutes(10), start, ZoneOffset.UTC, 40),
                TimeAxis.every(Duration.ofMillis(250), start, ZoneOffset.UTC, 40),
                TimeAxis.every(Duration.ofMinutes(30), start, BERLIN, 40), // through the hour that autumn repeats
                TimeAxis.every(Duration.ofMinutes(30), Instant.parse("2020-10-25T01:00:00Z"), BERLIN, 40), // from within it
                TimeAxis.days(1, LocalDateTime.of(2020, 3, 1, 12, 0), BERLIN, 40),
                TimeAxis.months(1, LocalDateTime.of(2020, 2, 29, 0, 0), 31, ZoneOffset.UTC, 40),
                TimeAxis.months(12, LocalDateTime.of(2000, 1, 1, 0, 0), ZoneOffset.UTC, 40),
                TimeAxis.businessDays(LocalDateTime.of(2020, 1, 2, 0, 0), ZoneOffset.UTC, 40),
                TimeAxis.index(-3, 2, 40));
    }

    @Test
    void theTimeColumnKeepsItsNameWhereItIsOneColumn() throws IOException {
        Path out = folder.resolve("again.csv");
        CsvReading one = read(CsvOptions.defaults(), "Zeit;a\n2024-01-01 00:00;1,5\n2024-01-01 01:00;\n2024-01-01 02:00;2,5\n");
        CsvSeries.write(out, one.series(), one.format());
        assertEquals("Zeit,a\n2024-01-01T00:00:00,1.5\n2024-01-01T01:00:00,\n2024-01-01T02:00:00,2.5\n", Files.readString(out));
        assertEquals(one.series().sha256(), CsvSeries.read(out, CsvOptions.defaults()).series().sha256());
        CsvReading two = read(CsvOptions.defaults().withTimeColumns("day", "hour"), "day,hour,a\n2024-01-01,00:00,1\n2024-01-01,01:00,2\n2024-01-01,02:00,3\n");
        CsvSeries.write(out, two.series(), two.format());
        assertEquals("date,a", Files.readAllLines(out).get(0));
        SeriesSet namesake = SeriesSet.of(one.series().time(), List.of(Variable.of("Zeit")), one.series().toArray());
        CsvSeries.write(out, namesake, one.format());
        assertEquals("date,Zeit", Files.readAllLines(out).get(0));
    }

    private CsvReading read(CsvOptions options, String text) throws IOException {
        return CsvSeries.read(Files.writeString(folder.resolve("in.csv"), text), options);
    }

    @ParameterizedTest
    @MethodSource("axes")
    void whatIsWrittenReadsBackExactly(TimeAxis axis) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[3 * axis.length()];
        for (int i = 0; i < values.length; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            values[i] = i % 5 == 0 || Double.isInfinite(any) ? Double.NaN : i % 5 == 1 ? i : any;
        }
        values[1] = -0.0;
        SeriesSet series = SeriesSet.of(axis, List.of(Variable.of("p", "mbar"), Variable.of("a, \"b\""), Variable.of("Sales (net)")), values);
        Path path = folder.resolve("out.csv");
        CsvSeries.write(path, series);
        CsvOptions options = axis.zone().map(zone -> CsvOptions.defaults().withZone(zone)).orElse(CsvOptions.defaults());
        SeriesSet back = CsvSeries.read(path, options).series();
        assertEquals(series.time(), back.time());
        assertEquals(series.variables(), back.variables());
        assertEquals(series.sha256(), back.sha256());
    }

    @Test
    void theTextIsPlain() throws IOException {
        SeriesSet series = SeriesSet.of(TimeAxis.months(1, LocalDateTime.of(2020, 1, 1, 0, 0), ZoneOffset.UTC, 2),
                List.of(Variable.of("T", "°C"), Variable.of("n")), new double[] {0.1, 5, Double.NaN, -1e300});
        Path path = folder.resolve("out.csv");
        CsvSeries.write(path, series);
        assertEquals("date,T (°C),n\n2020-01-01,0.1,5\n2020-02-01,,-1.0E300\n", Files.readString(path));
    }

    @Test
    void namesThatLookLikeUnitsSurvive() {
        for (Variable variable : List.of(Variable.of("Sales (net)"), Variable.of("Sales (net)", "EUR"), Variable.of("a [b]"), Variable.of("CO(GT)"),
                Variable.of("x", "m (mean)"))) {
            assertEquals(variable, HeaderText.read(HeaderText.write(variable)));
        }
        var e = assertThrows(IllegalArgumentException.class, () -> HeaderText.write(Variable.of("x", "(]")));
        assertTrue(e.getMessage().startsWith("variable must have a name and unit that a header can hold, got "), e.getMessage());
    }

    @Test
    void aNameEndingInGzIsCompressedAndAFileIsReplacedWhole() throws IOException {
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, 2), List.of(Variable.of("index")), new double[] {1, 2});
        Path path = folder.resolve("out.csv.gz");
        Files.writeString(path, "old");
        CsvSeries.write(path, series);
        assertEquals(0x1f, Files.readAllBytes(path)[0]);
        assertEquals(series.sha256(), CsvSeries.read(path, CsvOptions.defaults()).series().sha256());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, 1), List.of(Variable.of("a")), new double[1]);
        Path path = folder.resolve("absent").resolve("out.csv");
        var e = assertThrows(IOException.class, () -> CsvSeries.write(path, series));
        assertTrue(e.getMessage().startsWith(path + ": cannot be written: "), e.getMessage());
    }
}
