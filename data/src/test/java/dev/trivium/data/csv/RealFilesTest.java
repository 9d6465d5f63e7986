package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFilesTest {

    private static final CsvOptions DEFAULTS = CsvOptions.defaults();

    @TempDir
    private Path folder;

    private static CsvReading read(String file, CsvOptions options) throws IOException {
        return CsvSeries.read(SharedData.file(file), options);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "forecasting/ETT/ETTh1.csv.gz, 17420, 7, 1 h, 2016-07-01T00:00:00, 2018-06-26T19:00:00",
        "forecasting/ETT/ETTh2.csv.gz, 17420, 7, 1 h, 2016-07-01T00:00:00, 2018-06-26T19:00:00",
        "forecasting/ETT/ETTm1.csv.gz, 69680, 7, 15 min, 2016-07-01T00:00:00, 2018-06-26T19:45:00",
        "forecasting/ETT/ETTm2.csv.gz, 69680, 7, 15 min, 2016-07-01T00:00:00, 2018-06-26T19:45:00",
        "forecasting/exchange_rate/exchange_rate.csv.gz, 7588, 8, 1 day, 1990-01-01, 2010-10-10",
        "forecasting/exchange_rate/exchange_rate.zip, 7588, 8, 1 day, 1990-01-01, 2010-10-10",
        "forecasting/ILI/national_illness.csv.gz, 966, 7, 7 days, 2002-01-01, 2020-06-30",
        "forecasting/ILI/illness.zip, 966, 7, 7 days, 2002-01-01, 2020-06-30",
        "wireless/gotsf_5g_cells/wireless.csv.gz, 1026, 100, 1, 0, 1025",
        "imputation/AQI36/pm25_ground.txt.gz, 8759, 36, 1 h, 2014-05-01T01:00:00, 2015-04-30T23:00:00"})
    void filesThatNeedNoOption(String file, int rows, int width, String step, String first, String last) throws IOException {
        CsvReading reading = read(file, DEFAULTS);
        assertEquals(rows, reading.series().length());
        assertEquals(rows, reading.rows());
        assertEquals(width, reading.series().width());
        assertEquals(step, reading.series().time().stepText());
        assertEquals(first, reading.series().time().label(0));
        assertEquals(last, reading.series().time().label(rows - 1));
        assertEquals(List.of(), reading.notes());
    }

    @Test
    void valuesAreThoseOfTheFile() throws IOException {
        CsvReading reading = read("forecasting/ETT/ETTh1.csv.gz", DEFAULTS);
        assertEquals(List.of("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT"), reading.series().names());
        assertEquals(5.827000141143799, reading.series().value(0, 0));
        assertEquals(27.78700065612793, reading.series().value(1, 6));
        assertEquals("2018-02-20T23:00:00", Split.ettHourly(reading.series()).test().series().time().label(14_399));
    }

    @Test
    void weatherHasADuplicateRowAndIsReadByItsFirstStamp() throws IOException {
        new CsvText(SharedData.file("forecasting/weather/weather.csv.gz")).refusedWith(DEFAULTS,
                ":19046: duplicate time stamp 2020-05-12 06:00:00, also in line 19045", "--time-rule first-stamp");
        for (String file : List.of("forecasting/weather/weather.csv.gz", "forecasting/weather/weather.zip")) {
            CsvReading reading = read(file, DEFAULTS.withTimeRule(TimeRule.FIRST_STAMP));
            assertEquals(52_696, reading.series().length());
            assertEquals(21, reading.series().width());
            assertEquals("10 min", reading.series().time().stepText());
            assertEquals(Variable.of("p", "mbar"), reading.series().variables().get(0));
            assertEquals(Variable.of("max. wv", "m/s"), reading.series().variables().get(12));
            assertEquals("the first line holds the replacement character \uFFFD: an earlier conversion lost signs, perhaps in units",
                    reading.notes().get(0));
            assertEquals("the stamps of 33652 rows are not those of the axis from the first stamp by 10 min; the first is in line 19046",
                    reading.notes().get(1));
        }
        assertEquals(52_696, read("forecasting/weather/weather.csv.gz", DEFAULTS.withTimeRule(TimeRule.ROW_NUMBERS)).series().length());
    }

    @Test
    void italianAirQualityHasADecimalCommaTwoTimeColumnsAndAMarker() throws IOException {
        String file = "imputation/italy_air_quality/AirQualityUCI.csv.gz";
        new CsvText(SharedData.file(file)).refusedWith(DEFAULTS,
                ": columns [Date, Time] look like date and time of day of one stamp; say so with --time Date,Time");
        CsvReading reading = read(file, DEFAULTS.withTimeColumns("Date", "Time").withMissing("-200"));
        assertEquals("2004-03-10T18:00:00 … 2005-04-04T14:00:00 by 1 h (9357)", reading.series().time().toString());
        assertEquals(13, reading.series().width());
        assertEquals(16_701, reading.missingCells());
        assertEquals(2.6, reading.series().value(0, 0));
        assertEquals(0.7578, reading.series().value(0, 12));
        assertEquals(List.of("2 empty columns without a name are left out",
                "column Date Time is read as day-first, for line 56 has 13/03/2004 00.00.00",
                "114 blank rows are left out, the first is line 9359", "numbers are read with a decimal comma"), reading.notes());
    }

    @Test
    void cellsInLongLayoutStandSideBySide() throws IOException {
        CsvReading reading = read("wireless/lte_kpi_brazil/df_hourly_sample.csv.gz", DEFAULTS.withId("Cell"));
        assertEquals("2019-01-01T00:00:00 … 2020-07-29T23:00:00 by 1 h (13824)", reading.series().time().toString());
        assertEquals(12, reading.series().width());
        assertEquals("cell0001/Data_Volume", reading.series().names().get(0));
        assertEquals(982962.3587402344, reading.series().value(0, 0));
        assertEquals(54_781, reading.rows());
    }

    @Test
    void unixTimeIsShownInItsZone() throws IOException {
        CsvReading reading = read("imputation/lora_vineyard2021/combined_hourly_data.csv.gz",
                DEFAULTS.withTimeFormat("unix").withZone(ZoneId.of("Europe/Rome")));
        assertEquals("2020-11-16T11:00:00", reading.series().time().label(0));
        assertEquals(2_044, reading.series().length());
        assertEquals(15, reading.insertedRows());
    }

    @Test
    void partsOfADateAreJoined() throws IOException {
        CsvReading reading = read("imputation/beijing_multisite/PRSA_Data_Changping_20130301-20170228.csv.gz",
                DEFAULTS.withTimeColumns("year", "month", "day", "hour").withTimeFormat("y M d H").withColumns(List.of("PM2.5", "TEMP")));
        assertEquals("2013-03-01T00:00:00 … 2017-02-28T23:00:00 by 1 h (35064)", reading.series().time().toString());
        assertEquals(827, reading.missingCells());
    }

    @Test
    void americanDatesWithGaps() throws IOException {
        CsvReading reading = read("wireless/lte_cells_hourly/train_Cell000111.csv.gz", DEFAULTS);
        assertEquals(8_592, reading.series().length());
        assertEquals(26, reading.insertedRows());
        assertEquals("column DateTime is read as month-first, for line 2 has 10/23/2017 00:00", reading.notes().get(0));
    }

    @Test
    void otherFilesAreRefusedForWhatTheyAre() {
        new CsvText(SharedData.file("forecasting/electricity_sample/electricity35.npy.gz")).refused(": must be text, got a binary file");
        new CsvText(SharedData.file("imputation/physionet2012/set-a.tar.xz")).refused(
                ": must be plain text, .gz or .zip, got another compression");
        new CsvText(SharedData.file("imputation/lora_vineyard2021/weather_data.csv.gz")).refusedWith(DEFAULTS.withTimeFormat("unix"),
                ":8251: 2021-01-07 06:01:00 is off the time axis", "between 2021-01-07 06:00:00 and 2021-01-07 06:10:00");
        new CsvText(SharedData.file("forecasting/exchange_rate/exchange_rate.txt.gz")).refusedWith(DEFAULTS,
                ":1: the first line must name the columns, got only numbers and dates");
    }

    @Test
    void aRealFileSurvivesWritingAndReading() throws IOException {
        CsvReading reading = read("imputation/AQI36/pm25_missing.txt.gz", DEFAULTS);
        assertTrue(reading.missingCells() > 0);
        Path copy = folder.resolve("copy.csv.gz");
        CsvSeries.write(copy, reading.series());
        assertEquals(reading.series().sha256(), CsvSeries.read(copy, DEFAULTS).series().sha256());
    }
}
