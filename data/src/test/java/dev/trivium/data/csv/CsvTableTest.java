package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    private static final CsvOptions DEFAULTS = CsvOptions.defaults();
    private static final double GAP = Double.NaN;

    @TempDir
    private Path folder;

    private CsvText csv(String... lines) throws IOException {
        return CsvText.of(folder, String.join("\n", lines) + "\n");
    }

    @Nested
    class Wide {

        @Test
        void readsStampsNamesUnitsAndValues() throws IOException {
            CsvReading reading = csv("date,p (mbar),Temp [°C],CO(GT)", "2020-01-01 00:00:00,1.5,-2,3e2", "2020-01-01 00:10:00,2.5,,4").read();
            assertEquals("2020-01-01T00:00:00 … 2020-01-01T00:10:00 by 10 min (2)", reading.series().time().toString());
            assertEquals(List.of(Variable.of("p", "mbar"), Variable.of("Temp", "°C"), Variable.of("CO(GT)")), reading.series().variables());
            assertArrayEquals(new double[] {1.5, -2, 300, 2.5, GAP, 4}, reading.series().toArray());
            assertEquals(2, reading.rows());
            assertEquals(0, reading.insertedRows());
            assertEquals(1, reading.missingCells());
            assertEquals(List.of(), reading.notes());
            assertEquals(new CsvFormat(StandardCharsets.UTF_8, ',', '.', List.of("date"), Optional.of("year-first")),
                    reading.format());
        }

        @Test
        void everyMissingMarkerIsMissingInAnyCase() throws IOException {
            CsvReading reading = csv("t,a", "0,", "1,na", "2,nan", "3,NULL", "4,?", "5,-", "6, NaN ", "7,-200", "8,-2e2", "9,1")
                    .read(DEFAULTS.withMissing("-200"));
            assertEquals(9, reading.missingCells());
            assertEquals(1, reading.series().value(9, 0));
        }

        @Test
        void markersThatAreNotGivenAreText() throws IOException {
            Dialect strict = new Dialect(Optional.empty(), Optional.empty(), Optional.empty(),
                    HeaderRule.EXPECTED, List.of("NA"));
            csv("t,a", "0,NA", "1,").refused(DEFAULTS.withDialect(strict), ":3: column a holds nothing, which is not one of the missing markers");
        }

        @Test
        void choosesColumnsInTheOrderAskedForByHeaderOrName() throws IOException {
            CsvText csv = csv("date,p (mbar),wind,b", "2020-01-01,1,NW,2", "2020-01-02,3,N,4");
            CsvReading reading = csv.read(DEFAULTS.withColumns(List.of("b", "p")));
            assertEquals(List.of("b", "p"), reading.series().names());
            assertArrayEquals(new double[] {2, 1, 4, 3}, reading.series().toArray());
            csv.refused(DEFAULTS.withColumns(List.of("q")), ": columns must name a column of [date, p (mbar), wind, b], got q");
            csv.refused(DEFAULTS.withColumns(List.of("b", "b")), ": columns must be values, each once, got b");
            csv.refused(DEFAULTS.withColumns(List.of("date")), ": columns must be values, each once, got date");
        }

        @Test
        void aStatedUnitComesBeforeTheHeader() throws IOException {
            CsvText csv = csv("date,p (mbar),q", "2020-01-01,1,2", "2020-01-02,3,4");
            assertEquals(List.of(Variable.of("p", "hPa"), Variable.of("q", "kg")),
                    csv.read(DEFAULTS.withUnits(Map.of("p", "hPa", "q", "kg"))).series().variables());
            csv.refused(DEFAULTS.withUnits(Map.of("r", "kg")), ": unit must name a column of [date, p (mbar), q], got r");
        }

        @Test
        void namesThatOnlyTheirUnitsTellApartKeepTheirUnits() throws IOException {
            assertEquals(List.of("T (K)", "T (degC)"), csv("date,T (K),T (degC)", "2020-01-01,1,2", "2020-01-02,3,4").read().series().names());
        }

        @Test
        void emptyColumnsWithoutANameAndBlankRowsAreLeftOutWithANote() throws IOException {
            CsvReading reading = csv("date;a;;", "", "2020-01-01;1;;", "2020-01-02;2;;", ";;;", ";;;").read();
            assertEquals(List.of("a"), reading.series().names());
            assertEquals(2, reading.rows());
            assertEquals(List.of("2 empty columns without a name are left out", "3 blank rows are left out, the first is line 2"),
                    reading.notes());
        }
    }

    @Nested
    class Long {

        private final CsvOptions byCell = DEFAULTS.withId("cell");

        @Test
        void eachIdBecomesASeriesWhateverTheOrderOfIds() throws IOException {
            CsvReading reading = csv("time,cell,load (MB)", "2020-01-01 00:00,x,1", "2020-01-01 00:00,y,2", "2020-01-01 01:00,y,3",
                    "2020-01-01 01:00,x,4").read(byCell);
            assertEquals(List.of(Variable.of("x", "MB"), Variable.of("y", "MB")), reading.series().variables());
            assertArrayEquals(new double[] {1, 2, 4, 3}, reading.series().toArray());
            assertEquals(4, reading.rows());
        }

        @Test
        void severalValueColumnsAreNamedByIdAndColumn() throws IOException {
            CsvReading reading = csv("cell,time,load,users", "x,0,1,10", "x,1,2,20", "y,1,3,30", "y,3,4,40").read(byCell);
            assertEquals(List.of("x/load", "x/users", "y/load", "y/users"), reading.series().names());
            assertArrayEquals(new double[] {1, 10, GAP, GAP, 2, 20, 3, 30, GAP, GAP, GAP, GAP, GAP, GAP, 4, 40}, reading.series().toArray());
            assertEquals(1, reading.insertedRows());
            assertEquals(8, reading.missingCells());
        }

        @Test
        void oneSeriesWithTwoValuesAtOneTimeIsRefused() throws IOException {
            csv("time,cell,load", "2020-01-01,x,1", "2020-01-02,x,2", "2020-01-01,y,2", "2020-01-02,x,2").refusedWith(byCell,
                    ":5: duplicate time stamp 2020-01-02 00:00:00, also in line 3");
        }

        @Test
        void aRowWithoutIdIsRefused() throws IOException {
            csv("time,cell,load", "2020-01-01,,1").refused(byCell, ":2: row must name its series, got nothing in the id column");
        }

        @Test
        void rowNumbersAreNoTimeForSeveralSeries() throws IOException {
            CsvText csv = csv("time,cell,load", "2020-01-01,x,1");
            var e = assertThrows(IllegalArgumentException.class, () -> csv.read(byCell.withTimeRule(TimeRule.ROW_NUMBERS)));
            assertEquals("time rule must be STAMPS for the long layout, got ROW_NUMBERS", e.getMessage());
        }
    }

    @Nested
    class Dialects {

        @Test
        void findsEachDelimiter() throws IOException {
            for (char delimiter : new char[] {',', ';', '\t', '|'}) {
                CsvReading reading = csv("date;a;b".replace(';', delimiter), "2020-01-01;1.5;2".replace(';', delimiter),
                        "2020-01-02;3;4".replace(';', delimiter)).read();
                assertEquals(delimiter, reading.format().delimiter());
                assertArrayEquals(new double[] {1.5, 2, 3, 4}, reading.series().toArray());
            }
        }

        @Test
        void findsADecimalComma() throws IOException {
            CsvReading reading = csv("date;a;b", "2020-01-01;1,5;2", "2020-01-02;-,25;4").read();
            assertArrayEquals(new double[] {1.5, 2, -0.25, 4}, reading.series().toArray());
            assertEquals(List.of("numbers are read with a decimal comma"), reading.notes());
        }

        @Test
        void aCommaThatMayGroupDigitsIsRefusedWithBothReadings() throws IOException {
            CsvText csv = csv("date;a", "2020-01-01;1,234", "2020-01-02;2,345");
            csv.refused(": 2,345 can be read in 2 ways: as 2.345 or as 2345; choose with --decimal , or write numbers without groups");
            assertEquals(1.234, csv.read(DEFAULTS.withDecimal(',')).series().value(0, 0));
        }

        @Test
        void quotedNumbersMayHaveACommaBetweenCommas() throws IOException {
            CsvReading reading = csv("date,a,b", "2020-01-01,\"1,5\",2", "2020-01-02,\"2,25\",4").read();
            assertArrayEquals(new double[] {1.5, 2, 2.25, 4}, reading.series().toArray());
            csv("date,a", "2020-01-01,\"1,500\"", "2020-01-02,\"2,250\"").refusedWith(DEFAULTS, ": 2,250 can be read in 2 ways");
        }

        @Test
        void aStatedDecimalCommaIsNoDelimiter() throws IOException {
            CsvReading reading = csv("date|a", "2020-01-01|1,5", "2020-01-02|2,5").read(DEFAULTS.withDecimal(','));
            assertArrayEquals(new double[] {1.5, 2.5}, reading.series().toArray());
            assertEquals(List.of(), reading.notes());
        }

        @Test
        void theOtherDecimalMarkIsRefusedWithAHint() throws IOException {
            csv("date;a", "2020-01-01;1.5", "2020-01-02;2,5").refused(
                    ":3: column a holds \"2,5\", which is no number with the decimal mark '.'; see --decimal");
        }

        @Test
        void quotedFieldsAndWindowsLineEndsAreRead() throws IOException {
            CsvReading reading = CsvText.of(folder, "\"date\",\"a, b\"\r\n\"2020-01-01\",\"1\"\r\n\"2020-01-02\",\"2\"\r\n").read();
            assertEquals(List.of("a, b"), reading.series().names());
            assertEquals(2, reading.series().value(1, 0));
        }

        @Test
        void aFileWithoutHeaderIsReadWhenSaid() throws IOException {
            CsvText csv = csv("2020-01-01,1,2", "2020-01-02,3,4");
            csv.refused(":1: the first line must name the columns, got only numbers and dates; say --header absent if it is data, "
                    + "--header present if these are names");
            CsvReading reading = csv.read(DEFAULTS.withHeader(HeaderRule.ABSENT));
            assertEquals(List.of("c2", "c3"), reading.series().names());
            assertEquals(2, reading.rows());
        }

        @Test
        void numbersMayBeNamesWhenSaid() throws IOException {
            CsvReading reading = csv("17,18", "1,2", "3,4").read(DEFAULTS.withHeader(HeaderRule.PRESENT).withTimeRule(TimeRule.ROW_NUMBERS));
            assertEquals(List.of("17", "18"), reading.series().names());
            assertEquals(2, reading.rows());
        }

        @Test
        void marksThatCannotWorkAreRefused() {
            assertEquals("decimal must be '.' or ',', got ';'",
                    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withDecimal(';')).getMessage());
            assertEquals("delimiter must be a sign that no number or name needs, got 'x'",
                    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withDelimiter('x')).getMessage());
        }
    }

    @Nested
    class Encodings {

        private static final String TEXT = "date,T (°C)\n2020-01-01,1\n2020-01-02,2\n";

        @Test
        void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
            assertEquals(List.of(Variable.of("T", "°C")), CsvText.of(folder, "\uFEFF" + TEXT).read().series().variables());
            CsvReading utf16 = CsvText.of(folder, TEXT, StandardCharsets.UTF_16).read();
            assertEquals(List.of(Variable.of("T", "°C")), utf16.series().variables());
            assertEquals(List.of(), utf16.notes());
        }

        @Test
        void latin1IsReadWithANoteThatNamesTheLine() throws IOException {
            CsvReading reading = CsvText.of(folder, TEXT, StandardCharsets.ISO_8859_1).read();
            assertEquals(List.of(Variable.of("T", "°C")), reading.series().variables());
            assertEquals(List.of("the text is read as ISO-8859-1, for line 1 is not UTF-8; another encoding can be stated with --encoding"),
                    reading.notes());
        }

        @Test
        void aStatedEncodingIsHeldToItsWord() throws IOException {
            CsvText csv = CsvText.of(folder, TEXT + "2020-01-03,\u00e9\n", StandardCharsets.ISO_8859_1);
            csv.refused(DEFAULTS.withEncoding(StandardCharsets.UTF_8), ": must be text in UTF-8, but line 1 is not UTF-8");
        }

        @Test
        void aFaultFarDownIsFound() throws IOException {
            StringBuilder text = new StringBuilder("t,a\n");
            for (int i = 0; i < 50_000; i++) {
                text.append(i).append(",1\n");
            }
            CsvText csv = CsvText.of(folder, text + "50000,\u00e9\n", StandardCharsets.ISO_8859_1);
            csv.refusedWith(DEFAULTS, ":50002: column a holds the text \"\u00e9\"");
            csv.refused(DEFAULTS.withEncoding(StandardCharsets.UTF_8), ": must be text in UTF-8, but line 50002 is not UTF-8");
        }

        @Test
        void signsThatAnEarlierConversionLostAreNoted() throws IOException {
            assertEquals(List.of("the first line holds the replacement character \uFFFD: an earlier conversion lost signs, perhaps in units"),
                    CsvText.of(folder, TEXT.replace('°', '\uFFFD')).read().notes());
        }
    }

    @Nested
    class Containers {

        private static final String TEXT = "t,a\n0,1\n1,2\n";

        private Path zip(String... names) throws IOException {
            Path path = folder.resolve("table.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
                for (String name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    if (!name.endsWith("/")) {
                        zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
                    }
                    zip.closeEntry();
                }
            }
            return path;
        }

        @Test
        void gzipIsKnownByItsBytes() throws IOException {
            Path path = folder.resolve("table.csv");
            try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(path))) {
                gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(2, CsvSeries.read(path, DEFAULTS).rows());
            Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 15));
            new CsvText(path).refusedWith(DEFAULTS, path + ": is a damaged compressed file: ");
        }

        @Test
        void aZipMayHoldOneTableAmongOtherThings() throws IOException {
            Path path = zip("folder/", "folder/.DS_Store", "__MACOSX/folder/table.csv", "folder/table.csv", "folder/readme.md");
            assertEquals(2, CsvSeries.read(path, DEFAULTS).rows());
        }

        @Test
        void aZipWithSeveralTablesOrNoneIsRefusedWithTheirNames() throws IOException {
            new CsvText(zip("a.csv", "b.csv")).refused(": must hold one CSV file, got [a.csv, b.csv]");
            new CsvText(zip("folder/")).refused(": must hold one CSV file, got none");
        }

        @Test
        void otherFilesAreRefusedByWhatTheyAre() throws IOException {
            new CsvText(folder.resolve("absent.csv")).refused(": no such file");
            new CsvText(folder).refused(": is a folder, not a file");
            new CsvText(Files.write(folder.resolve("x"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}))
                    .refused(": must be plain text, .gz or .zip, got another compression");
            new CsvText(Files.write(folder.resolve("y"), new byte[] {'a', 0, 1, 2})).refused(": must be text, got a binary file");
            new CsvText(Files.write(folder.resolve("z"), new byte[0])).refused(": must hold a table, got an empty file");
        }
    }

    @Nested
    class Refusals {

        @Test
        void aRaggedRow() throws IOException {
            csv("t,a,b", "0,1,2", "1,2", "2,1,2").refused(":3: row must have 3 fields like the first line, got 2");
            csv("t,a,b", "0,1,2", "1,2,3,4").refused(":3: row must have 3 fields like the first line, got 4");
        }

        @Test
        void aRaggedRowAfterAQuotedLineBreak() throws IOException {
            csv("t,\"a\nb\",c", "0,1,2", "1,2").refused(":4: row must have 3 fields like the first line, got 2");
        }

        @Test
        void aColumnOfText() throws IOException {
            csv("t,a,wind", "0,1,2", "1,2,NW").refused(":3: column wind holds the text \"NW\"; leave the column out with --columns, "
                    + "name the series by it with --id (long layout), or give a marker with --missing");
        }

        @Test
        void anInfiniteValue() throws IOException {
            for (String text : List.of("inf", "-Infinity", "∞")) {
                csv("t,a", "0,1", "1," + text).refused(":3: column a holds the infinite value " + text + "; values must be finite or missing");
            }
            csv("t,a", "0,1", "1,1e999").refused(":3: column a holds 1e999, which is too large for a number");
        }

        @Test
        void aQuoteThatDoesNotEnd() throws IOException {
            csv("t,a", "0,1", "1,\"2", "2,3").refusedWith(DEFAULTS, ": cannot be cut into fields after line 2: ");
        }

        @Test
        void twoColumnsOfOneName() throws IOException {
            csv("t,a,a", "0,1,2").refused(":1: columns must have different names, got a twice");
        }

        @Test
        void aNamelessColumnThatHoldsSomething() throws IOException {
            CsvText csv = csv("date,a,", "2020-01-01,1,", "2020-01-02,1,x");
            csv.refused(":3: column 3 has no name but holds \"x\"; name it in the first line, or choose columns with --columns");
            assertEquals(2, csv.read(DEFAULTS.withColumns(List.of("a"))).rows());
        }

        @Test
        void aTableWithoutRowsOrValues() throws IOException {
            csv("date,a").refusedWith(DEFAULTS, ": has no column that is clearly its time");
            csv("date,a").refused(DEFAULTS.withTimeColumns("date"), ": must have rows under its header, got none");
            csv("date", "2020-01-01", "2020-01-02").refused(": must have at least one column of values, got only [date]");
        }
    }
}
