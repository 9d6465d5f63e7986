package dev.trivium.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.csv.SharedData;
import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The published files, counted independently. */
class RealLogsTest {

    private static Imported read(String format, String file) throws IOException {
        return read(format, file, Optional.empty());
    }

    private static Imported read(String format, String file, Optional<String> part) throws IOException {
        return Importers.get(format).read(SharedData.file(file), part);
    }

    private static void assertShape(int rows, int width, long missing, SeriesSet series) {
        assertEquals(rows, series.length());
        assertEquals(width, series.width());
        assertEquals(missing, series.missing());
    }

    @Test
    void ulbReadingsLoseThreeInAHundredPackets() throws IOException {
        Imported imported = read("ulb-readings", "wireless/ulb_wsn/library1data.tgz");
        assertShape(1595, 19 * 6, (1595 * 19 - 29_582) * 6, imported.series());
        assertTrue(imported.notes().get(0).startsWith("120 sensor packets"), imported.notes().toString());
        assertEquals("1 min", imported.series().time().stepText());
    }

    @Test
    void ulbLinksAre344() throws IOException {
        Imported imported = read("ulb-links", "wireless/ulb_wsn/library1data.tgz");
        assertEquals(344, imported.series().width());
        assertEquals(493_210, (long) imported.series().length() * 344 - imported.series().missing());
        assertTrue(imported.notes().get(0).startsWith("2443 link readings"), imported.notes().toString());
        SeriesSet second = read("ulb-links", "wireless/ulb_wsn/library2data.tgz", Optional.of("lqi")).series();
        assertEquals(380, second.width());
        assertEquals(105_598, (long) second.length() * 380 - second.missing());
    }

    @Test
    void umichLinksAreAllPairsOfFourteenMotes() throws IOException {
        SeriesSet series = read("umich-rss", "wireless/umich_rss/dataLinear.css.gz").series();
        assertShape(3191, 182, series.missing(), series);
        assertEquals("14-13", series.names().get(181));
        assertEquals(0.0022, series.missing() / (3191.0 * 182), 0.0001);
        assertEquals(55, series.value(8, 0));
    }

    @Test
    void rutgersLinksLoseMoreUnderMoreNoise() throws IOException {
        double before = 1;
        for (String level : List.of("-20", "-15", "-10", "-5", "0")) {
            SeriesSet series = read("rutgers-noise", "wireless/rutgers_noise/rutgers_noise.tar.gz", Optional.of(level)).series();
            assertEquals(812, series.width());
            assertTrue(series.length() == 301 || series.length() == 302, "packets are numbered from 0 to 300 or 301");
            double heard = ((long) series.length() * 812 - series.missing()) / (300.0 * 812);
            assertTrue(heard < before, level);
            before = heard;
        }
        assertEquals(0.31, before, 0.01);
    }

    @Test
    void aPhoneLogHasItsFigures() throws IOException {
        SeriesSet series = read("ucc-5g", "wireless/ucc_5g_production/5G-production-dataset.zip", Optional.of("B_2019.11.25_15.34.34")).series();
        assertEquals(10, series.width());
        assertEquals("2019-11-25T15:34:34", series.time().label(0));
        assertEquals(-79, series.value(0, 1));
        assertTrue(series.missing() > 0);
        SeriesSet drive = read("ucc-5g", "wireless/ucc_5g_production/5G-production-dataset.zip", Optional.of("B_2020.02.13_15.02.01")).series();
        assertTrue(Arrays.stream(drive.column(drive.indexOf("NRxRSRQ"))).noneMatch(ratio -> ratio > 0), "decibels below 0");
    }

    @Test
    void cellsOfTwoNetworks() throws IOException {
        SeriesSet hourly = read("lte-cells", "wireless/lte_cells_hourly").series();
        assertEquals(List.of("Cell000111", "Cell000112", "Cell000113", "Cell000231", "Cell000233"), hourly.names());
        assertEquals(8566 + 8568 + 8566 + 8565 + 8565, (long) hourly.length() * 5 - hourly.missing());
        SeriesSet figures = read("lte-kpi", "wireless/lte_kpi_brazil/df_hourly_sample.csv.gz").series();
        assertEquals(12, figures.width());
        assertEquals(3 * 54_781L, (long) figures.length() * 12 - figures.missing());
    }

    @Test
    void placesOfStationsAndNodes() throws IOException {
        SensorCoordinates stations = SensorCoordinates.read(SharedData.file("imputation/AQI36/pm25_latlng.txt"));
        assertEquals(36, stations.places().size());
        SensorCoordinates vineyard = SensorCoordinates.read(SharedData.file("imputation/lora_vineyard2021/nodes_coordinates.txt"));
        assertEquals(9, vineyard.places().size());
        assertEquals(330, vineyard.distance("gateway-01", "tinovi-03"), 10); // metres, as the file says
        assertEquals(325, SensorCoordinates.read(SharedData.file("imputation/metr_la_pems_bay_graph/graph_sensor_locations_bay.csv.gz")).places().size());
        assertEquals(207, SensorCoordinates.read(SharedData.file("imputation/metr_la_pems_bay_graph/graph_sensor_locations.csv")).places().size());
    }
}
