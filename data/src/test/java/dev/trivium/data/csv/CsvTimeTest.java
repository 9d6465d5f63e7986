package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTimeTest {

    private static final CsvOptions DEFAULTS = CsvOptions.defaults();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    /** A table of these stamps and a series of ones. */
    private CsvText stamps(String... stamps) throws IOException {
        return CsvText.of(folder, "date;a\n" + List.of(stamps).stream().map(stamp -> stamp + ";1\n").collect(Collectors.joining()));
    }

    private TimeAxis axis(String... stamps) throws IOException {
        return stamps(stamps).read().series().time();
    }

    @Nested
    class Forms {

        @ParameterizedTest
        @ValueSource(strings = {"2020-02-01 00:00:00", "2020-02-01T00:00:00Z", "2020-02-01T01:00+01:00", "2020-02-01 00:00 UTC",
            "2020/2/1 0:00", "2020.02.01", "20200201T0000", "2020-02", "1 Feb 2020", "01-FEB-2020 00.00.00", "Feb 2020", "February 1, 2020",
            "2020-Feb-01", "2020-02-01 12:00 AM", "2020-01-31 24:00", "2020-02-01 00:00:00.000000", "2020-02-01T00", "2020-01-31T19:00:00-0500"})
        void unmistakableForms(String text) throws IOException {
            Stamp stamp = new Stamp();
            assertEquals(true, DateText.read(text.toCharArray(), 0, text.length(), DateText.Order.YEAR_FIRST, stamp), text);
            assertEquals("2020-02-01 00:00:00", Stamp.text(stamp.value));
        }

        @ParameterizedTest
        @CsvSource({"2020-Q3, 2020-07-01", "2020-W53, 2020-12-28", "2020-12-31 11:59:59.5 PM, 2020-12-31 23:59:59.500000",
            "0001-01-01, 0001-01-01"})
        void otherUnmistakableForms(String text, String expected) {
            Stamp stamp = new Stamp();
            assertEquals(true, DateText.read(text.toCharArray(), 0, text.length(), DateText.Order.YEAR_FIRST, stamp));
            assertEquals(expected.length() > 10 ? expected : expected + " 00:00:00", Stamp.text(stamp.value));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2020", "2020-13-01", "2020-02-30", "2021-02-29", "2020-00-01", "2020-01-01 25:00", "2020-01-01 24:01",
            "2020-01-01 12:60", "2020-01-01 12:00:60", "2020-01-01x", "2020-01-01 13:00 PM", "2020-01/01", "20-01-01", "2020.5", "1.5",
            "2020-Q5", "2021-W53", "1 Foo 2020", "2020-01-01 00:00:00.0000001", "2020-01-01 00:00 +25:00", "12:00"})
        void whatIsNoDate(String text) {
            assertEquals(false, DateText.read(text.toCharArray(), 0, text.length(), DateText.Order.YEAR_FIRST, new Stamp()), text);
        }

        @Test
        void aDateThatCanBeReadTwoWaysIsRefusedWithBothReadings() throws IOException {
            CsvText csv = stamps("01/02/2020", "02/02/2020", "03/02/2020");
            csv.refused(": column date can be read in 2 ways: 01/02/2020 is 2020-02-01 00:00:00 (day-first) or 2020-01-02 00:00:00 (month-first)"
                    + "; choose with --time-format, for example --time-format \"day-first\"");
            assertEquals(List.of("2020-02-01", "2020-02-02", "2020-02-03"), csv.labels(DEFAULTS.withTimeFormat("day-first")));
            assertEquals(List.of("2020-01-02", "2020-02-02", "2020-03-02"), csv.labels(DEFAULTS.withTimeFormat("month-first")));
            assertEquals(List.of("2020-02-01", "2020-02-02", "2020-02-03"), csv.labels(DEFAULTS.withTimeFormat("dd/MM/yyyy")));
        }

        @Test
        void aLaterDateMayDecideAndIsNoted() throws IOException {
            CsvReading reading = stamps("12/02/2020", "13/02/2020", "14/02/2020").read();
            assertEquals("2020-02-12", reading.series().time().label(0));
            assertEquals(List.of("column date is read as day-first, for line 3 has 13/02/2020"), reading.notes());
            CsvReading american = stamps("10/23/2017 00:00", "10/23/2017 01:00").read();
            assertEquals("2017-10-23T00:00:00", american.series().time().label(0));
            assertEquals(List.of("column date is read as month-first, for line 2 has 10/23/2017 00:00"), american.notes());
        }

        @Test
        void datesThatAgreeBothWaysAreRead() throws IOException {
            assertEquals("2020-01-01 … 2020-02-02 by 32 days (2)", axis("01/01/2020", "02/02/2020").toString());
        }

        @Test
        void aColumnThatChangesItsOrderIsRefused() throws IOException {
            stamps("13/02/2020", "02/14/2020").refusedWith(DEFAULTS,
                    ":3: bad time stamp \"02/14/2020\" in column date, expected day-first as in line 2: \"13/02/2020\"");
        }

        @Test
        void integersThatMayBeTimesAreRefusedWithBothReadings() throws IOException {
            CsvText days = stamps("20200131", "20200201");
            days.refusedWith(DEFAULTS, "20200131 is the number 20200131 (integer) or 2020-01-31 00:00:00 (yyyyMMdd)");
            assertEquals(List.of("2020-01-31", "2020-02-01"), days.labels(DEFAULTS.withTimeFormat("yyyyMMdd")));
            CsvText unix = stamps("1600000000", "1600003600");
            unix.refusedWith(DEFAULTS, "1600000000 is the number 1600000000 (integer) or 2020-09-13 12:26:40 UTC (unix)");
            assertEquals(List.of("2020-09-13T12:26:40", "2020-09-13T13:26:40"), unix.labels(DEFAULTS.withTimeFormat("unix")));
            assertEquals(List.of("2020-09-13T14:26:40", "2020-09-13T15:26:40"),
                    unix.labels(DEFAULTS.withTimeFormat("unix").withZone(BERLIN)));
            assertEquals(List.of("1600000000", "1600003600"), unix.labels(DEFAULTS.withTimeFormat("integer")));
            assertEquals(List.of("2020-09-13T12:26:40.1", "2020-09-13T12:26:40.2"),
                    stamps("1600000000.1", "1600000000.2").labels(DEFAULTS.withTimeFormat("unix").withTimeColumns("date")));
            assertEquals(List.of("2020-09-13T12:26:40.123", "2020-09-13T12:26:40.223"),
                    stamps("1600000000123", "1600000000223").labels(DEFAULTS.withTimeFormat("unix-ms")));
        }

        @Test
        void patternsAreReadStrictly() throws IOException {
            CsvOptions pattern = DEFAULTS.withTimeFormat("dd.MM.yy HH:mm").withTimeColumns("date");
            assertEquals(List.of("2020-02-28T00:00:00", "2020-02-29T00:00:00"), stamps("28.02.20 00:00", "29.02.20 00:00").labels(pattern)
                    .stream().map(label -> label + "T00:00:00").toList());
            stamps("28.02.20 00:00", "30.02.20 00:00").refused(pattern,
                    ":3: bad time stamp \"30.02.20 00:00\" in column date, expected dd.MM.yy HH:mm as in line 2: \"28.02.20 00:00\"");
            assertEquals(List.of("2020-01-01", "2021-01-01"), stamps("2020", "2021").labels(DEFAULTS.withTimeFormat("yyyy")));
            assertEquals(List.of("2020-01-01T15:00:00", "2020-01-01T16:00:00"),
                    stamps("01/01/2020 03 pm", "01/01/2020 04 pm").labels(DEFAULTS.withTimeFormat("dd/MM/yyyy hh a").withTimeColumns("date")));
            var e = assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withTimeFormat("bad pattern"));
            assertEquals("time format must be year-first, day-first, month-first, integer, unix, unix-ms or a date pattern such as "
                    + "dd.MM.yyyy HH:mm, got bad pattern (Unknown pattern letter: b)", e.getMessage());
        }
    }

    @Nested
    class Columns {

        @Test
        void theColumnOfDatesIsFoundWhereverItStands() throws IOException {
            CsvReading reading = CsvText.of(folder, "a,when,b\n1,2020-01-01,2\n3,2020-01-02,4\n").read();
            assertEquals(List.of("when"), reading.format().timeColumns());
            assertEquals(List.of("a", "b"), reading.series().names());
        }

        @Test
        void oneBadDateDoesNotHideTheColumn() throws IOException {
            stamps("2020-01-01", "2020-01-02", "yesterday", "2020-01-04").refused(
                    ":4: bad time stamp \"yesterday\" in column date, expected year-first as in line 2: \"2020-01-01\"");
        }

        @Test
        void aMissingStampIsRefused() throws IOException {
            stamps("2020-01-01", "2020-01-02", "").refused(":4: time stamp is missing in column date");
        }

        @Test
        void twoColumnsOfDatesAreRefused() throws IOException {
            CsvText csv = CsvText.of(folder, "start,end,b\n2020-01-01,2020-01-02,2\n2020-01-02,2020-01-03,4\n");
            csv.refused(": columns [start, end] all hold dates; choose the time column with --time, for example --time \"start\"");
            csv.refusedWith(DEFAULTS.withTimeColumns("start"), ":2: column end holds the text \"2020-01-02\"");
            assertEquals(2, csv.read(DEFAULTS.withTimeColumns("start").withColumns(List.of("b"))).rows());
        }

        @Test
        void dateAndTimeOfDayAreJoinedWhenSaid() throws IOException {
            CsvText csv = CsvText.of(folder, "Date;Time;a\n12/03/2004;18.00.00;1\n12/03/2004;19.00.00;1\n13/03/2004;00.00.00;1\n");
            csv.refused(": columns [Date, Time] look like date and time of day of one stamp; say so with --time Date,Time");
            assertEquals("2004-03-12T18:00:00 … 2004-03-13T00:00:00 by 1 h (7)",
                    csv.read(DEFAULTS.withTimeColumns("Date", "Time")).series().time().toString());
        }

        @Test
        void partsOfADateAreJoinedByAPattern() throws IOException {
            CsvText csv = CsvText.of(folder, "year,month,day,hour,a\n2013,3,1,23,5\n2013,3,2,0,6\n");
            csv.refusedWith(DEFAULTS, ": has no column that is clearly its time", "choose one of [year, month, day, hour, a] with --time",
                    "or join the parts of a date, for example with --time year,month,day,hour --time-format \"y M d H\"");
            assertEquals(List.of("2013-03-01T23:00:00", "2013-03-02T00:00:00"),
                    csv.labels(DEFAULTS.withTimeColumns("year", "month", "day", "hour").withTimeFormat("y M d H")));
        }

        @Test
        void aCounterIsAnAxisIfItsNameSaysSo() throws IOException {
            assertEquals(TimeAxis.index(5, 5, 3), axis("5", "10", "15"));
            assertEquals(TimeAxis.index(1990, 1, 2), CsvText.of(folder, "Year,a\n1990,1\n1991,2\n").read().series().time());
            CsvText.of(folder, "No,a\n1,1\n2,1\n").refusedWith(DEFAULTS, ": has no column that is clearly its time: none holds dates, "
                    + "and none with a name such as date, time or index counts upwards; choose one of [No, a] with --time, or number the rows "
                    + "with --time-rule row-numbers");
        }

        @Test
        void rowsAreNumberedWhenSaid() throws IOException {
            CsvOptions numbered = DEFAULTS.withTimeRule(TimeRule.ROW_NUMBERS);
            CsvReading reading = CsvText.of(folder, "a,b\n5,6\n7,8\n").read(numbered);
            assertEquals(TimeAxis.index(0, 1, 2), reading.series().time());
            CsvReading dated = stamps("2020-01-01", "2020-01-07").read(numbered);
            assertEquals(List.of("column date holds dates and is left out, as rows are numbered"), dated.notes());
            CsvText.of(folder, "a\n5\n\n7\n").refused(numbered,
                    ":3: row is blank, so the rows after it cannot be numbered; remove it or fill it");
            var e = assertThrows(IllegalArgumentException.class, () -> numbered.withTimeFormat("unix"));
            assertEquals("columns, format and zone must not be given when rows are numbered, got [], unix, no zone", e.getMessage());
        }
    }

    @Nested
    class Order {

        @Test
        void aDuplicateStampIsRefusedWithBothLines() throws IOException {
            stamps("2020-01-01", "2020-01-02", "2020-01-02").refused(":4: duplicate time stamp 2020-01-02 00:00:00, also in line 3; "
                    + "if every row is one step after the one before, say --time-rule first-stamp");
            stamps("1", "2", "2").refusedWith(DEFAULTS, ":4: duplicate time stamp 2, also in line 3");
        }

        @Test
        void anUnsortedStampIsRefused() throws IOException {
            stamps("2020-01-01", "2020-01-03", "2020-01-02").refusedWith(DEFAULTS,
                    ":4: time stamp 2020-01-02 00:00:00 is before 2020-01-03 00:00:00 in line 3; rows must go forward in time");
        }

        @Test
        void theFirstStampMayStandForAll() throws IOException {
            CsvReading reading = stamps("2020-01-01 00:00", "2020-01-01 01:00", "2020-01-01 01:00", "2020-01-01 03:00", "2020-01-01 04:00")
                    .read(DEFAULTS.withTimeRule(TimeRule.FIRST_STAMP));
            assertEquals("2020-01-01T00:00:00 … 2020-01-01T04:00:00 by 1 h (5)", reading.series().time().toString());
            assertEquals(List.of("the stamps of 1 rows are not those of the axis from the first stamp by 1 h; the first is in line 4"),
                    reading.notes());
        }
    }

    @Nested
    class Steps {

        @Test
        void gapsBecomeMissingRowsAndAreCounted() throws IOException {
            CsvReading reading = stamps("2020-01-01 00:00", "2020-01-01 00:10", "2020-01-01 00:50", "2020-01-01 01:00").read();
            assertEquals(7, reading.series().length());
            assertEquals(3, reading.insertedRows());
            assertEquals(3, reading.missingCells());
            assertEquals(1, reading.series().value(5, 0));
            assertEquals(List.of("3 rows of missing values stand for stamps that the file leaves out at the step 10 min; "
                    + "the widest gap is 3 rows, before 2020-01-01T00:50:00"), reading.notes());
        }

        @Test
        void aStampOffTheGridIsRefused() throws IOException {
            stamps("2020-01-01 00:00", "2020-01-01 00:10", "2020-01-01 00:20", "2020-01-01 00:33").refused(
                    ":5: 2020-01-01 00:33:00 is off the time axis, which starts at 2020-01-01 00:00:00 and has the step 10 min, "
                    + "the most frequent one: it lies between 2020-01-01 00:30:00 and 2020-01-01 00:40:00");
            stamps("0", "2", "4", "5").refusedWith(DEFAULTS, ":5: 5 is off the time axis, which starts at 0 and has the step 2");
        }

        @Test
        void gapsThatWouldBlowUpTheTableAreRefused() throws IOException {
            stamps("2020-01-01 00:00:00", "2020-01-01 00:00:01", "2020-01-02 00:00:00").refused(
                    ":4: gaps must not make the table more than 10 times as long: at the step 1 s, the most frequent one, "
                    + "3 rows would become 86401; the widest gap ends here");
        }

        @Test
        void oneRowHasNoStep() throws IOException {
            stamps("2020-01-01").refused(": must have at least 2 rows to find the step of the time axis, got 1");
        }

        @Test
        void monthsQuartersAndYears() throws IOException {
            assertEquals(TimeAxis.months(1, LocalDateTime.of(2020, 1, 1, 0, 0), ZoneOffset.UTC, 4),
                    axis("2020-01", "2020-02", "2020-03", "2020-04"));
            assertEquals(TimeAxis.months(3, LocalDateTime.of(2020, 7, 1, 0, 0), ZoneOffset.UTC, 3), axis("2020-Q3", "2020-Q4", "2021-Q1"));
            assertEquals(TimeAxis.months(12, LocalDateTime.of(2019, 6, 15, 0, 0), ZoneOffset.UTC, 3),
                    axis("2019-06-15", "2020-06-15", "2021-06-15"));
        }

        @Test
        void endsOfMonthsAreMonths() throws IOException {
            TimeAxis axis = axis("2020-02-29", "2020-03-31", "2020-04-30");
            assertEquals("1 month", axis.stepText());
            assertEquals("2020-05-31", axis.after(1).label(0));
            assertEquals("2021-02-28", axis("2020-11-30", "2020-12-30", "2021-01-30").after(1).label(0));
        }

        @Test
        void aMissingMonthIsAGap() throws IOException {
            CsvReading reading = stamps("2020-01-15", "2020-02-15", "2020-04-15", "2020-05-15").read();
            assertEquals(5, reading.series().length());
            assertEquals(1, reading.insertedRows());
        }

        @Test
        void fourWeeksAreNotAMonth() throws IOException {
            assertEquals("28 days", axis("2020-01-01", "2020-01-29", "2020-02-26").stepText());
        }

        @Test
        void daysWithoutWeekendsAreBusinessDaysAndHolidaysAreGaps() throws IOException {
            TimeAxis axis = axis("2020-01-02", "2020-01-03", "2020-01-06", "2020-01-07", "2020-01-09");
            assertEquals(TimeAxis.businessDays(LocalDateTime.of(2020, 1, 2, 0, 0), ZoneOffset.UTC, 6), axis);
            assertEquals("2020-01-10", axis.after(1).label(0));
            assertEquals("1 day", axis("2020-01-06", "2020-01-07", "2020-01-08").stepText()); // no weekend between: plain days
        }

        @Test
        void weeksAreSevenDays() throws IOException {
            assertEquals("7 days", axis("2020-01-06", "2020-01-13", "2020-01-20").stepText());
        }
    }

    @Nested
    class Zones {

        private final CsvOptions berlin = DEFAULTS.withZone(BERLIN);

        @Test
        void theHourThatSpringSkipsIsNoGap() throws IOException {
            CsvReading reading = stamps("2020-03-29 00:00", "2020-03-29 01:00", "2020-03-29 03:00", "2020-03-29 04:00").read(berlin);
            assertEquals(0, reading.insertedRows());
            assertEquals(List.of(), reading.notes());
            assertEquals("2020-03-29T03:00:00", reading.series().time().label(2));
            assertEquals(1, stamps("2020-03-29 00:00", "2020-03-29 01:00", "2020-03-29 03:00", "2020-03-29 04:00").read().insertedRows());
        }

        @Test
        void aStampInTheSkippedHourIsRefused() throws IOException {
            stamps("2020-03-29 01:00", "2020-03-29 02:00").refused(berlin, ":3: 2020-03-29 02:00:00 does not exist in Europe/Berlin: "
                    + "clocks went from 2020-03-29T02:00 to 2020-03-29T03:00; check --zone");
        }

        @Test
        void theHourThatAutumnRepeatsIsToldApartByOrder() throws IOException {
            CsvReading reading = stamps("2020-10-25 01:30", "2020-10-25 02:00", "2020-10-25 02:30", "2020-10-25 02:00", "2020-10-25 02:30",
                    "2020-10-25 03:00").read(berlin);
            assertEquals(0, reading.insertedRows());
            assertEquals("2020-10-24T23:30:00Z", reading.series().time().instant(0).orElseThrow().toString());
            assertEquals("2020-10-25T02:00:00Z", reading.series().time().instant(5).orElseThrow().toString());
            assertEquals(List.of("line 3: 2020-10-25 02:00:00 happened twice in Europe/Berlin; in such hours the first rows are read as "
                    + "summer time, repeated ones as winter time"), reading.notes());
        }

        @Test
        void aThirdPassThroughTheRepeatedHourIsADuplicate() throws IOException {
            stamps("2020-10-25 01:00", "2020-10-25 02:00", "2020-10-25 02:00", "2020-10-25 02:00").refusedWith(berlin,
                    ":5: duplicate time stamp 2020-10-25 02:00:00, also in line 4");
        }

        @Test
        void withoutAZoneTheRepeatedHourIsADuplicateWithAHint() throws IOException {
            stamps("2020-10-25 01:00", "2020-10-25 02:00", "2020-10-25 02:00").refused(":4: duplicate time stamp 2020-10-25 02:00:00, also in "
                    + "line 3; if clocks went back here, name their zone with --zone");
        }

        @Test
        void daysOfAClockThatChangesAreCalendarDays() throws IOException {
            TimeAxis axis = stamps("2020-03-28", "2020-03-29", "2020-03-30", "2020-03-31").read(berlin).series().time();
            assertEquals(TimeAxis.days(1, LocalDateTime.of(2020, 3, 28, 0, 0), BERLIN, 4), axis);
            assertEquals("2020-04-01", axis.after(1).label(0));
        }

        @Test
        void statedOffsetsAreMomentsAndTheirZoneIsShown() throws IOException {
            TimeAxis axis = axis("2020-01-01T00:00:00+05:30", "2020-01-01T01:00:00+05:30");
            assertEquals("2019-12-31T18:30:00Z", axis.instant(0).orElseThrow().toString());
            assertEquals("2020-01-01T00:00:00", axis.label(0));
            CsvText changing = stamps("2020-10-25T02:00:00+02:00", "2020-10-25T02:00:00+01:00", "2020-10-25T03:00:00+01:00");
            assertEquals(List.of("2020-10-25T00:00:00", "2020-10-25T01:00:00", "2020-10-25T02:00:00"), changing.labels(DEFAULTS));
            assertEquals(List.of("2020-10-25T02:00:00", "2020-10-25T02:00:00", "2020-10-25T03:00:00"), changing.labels(berlin));
            assertEquals(List.of("column date states different offsets from UTC; stamps are shown in UTC unless --zone says otherwise"),
                    changing.read().notes());
        }

        @Test
        void someStampsWithAndSomeWithoutOffsetAreRefused() throws IOException {
            stamps("2020-01-01T00:00:00Z", "2020-01-01T01:00:00").refusedWith(DEFAULTS, ":3: bad time stamp \"2020-01-01T01:00:00\"");
        }

        @Test
        void stepsOfAClockThatChangesAreRefusedWithAHint() throws IOException {
            CsvText csv = stamps("2020-03-28 12:00", "2020-03-28 18:00", "2020-03-29 00:00", "2020-03-29 06:00", "2020-03-29 12:00");
            csv.refusedWith(berlin, ":5: 2020-03-29 06:00:00 is off the time axis", "; leave --zone out if the step is meant by a clock that changes");
            assertEquals(5, csv.read().series().length());
        }

        @Test
        void seriesOfALongTableAreToldApartInTheRepeatedHour() throws IOException {
            CsvText csv = CsvText.of(folder, "time,id,a\n2020-10-25 02:00,x,1\n2020-10-25 02:00,y,2\n2020-10-25 02:00,x,3\n"
                    + "2020-10-25 02:00,y,4\n2020-10-25 03:00,x,5\n");
            CsvReading reading = csv.read(berlin.withId("id"));
            assertEquals(3, reading.series().length());
            assertEquals(4, reading.series().value(1, 1));
        }
    }
}
