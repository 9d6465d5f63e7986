package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaperTableTest {

    private final PaperTable paper = read();

    private static PaperTable read() {
        try {
            return PaperTable.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void holdsFourHorizonsOfEightDataSets() {
        var byName = paper.rows().stream().collect(Collectors.groupingBy(row -> row.setting().dataset(),
                Collectors.mapping(row -> row.setting().horizon(), Collectors.toList())));
        assertEquals(8, byName.size());
        byName.forEach((name, horizons) -> assertEquals(List.of(96, 192, 336, 720), horizons, name));
    }

    @Test // the averages over all 32 rows that the authors state: 0.3104 / 0.3258
    void hasTheAveragesOfThePaper() {
        assertEquals(0.3104, paper.rows().stream().mapToDouble(row -> row.paper().mse()).average().orElseThrow(), 5e-5);
        assertEquals(0.3258, paper.rows().stream().mapToDouble(row -> row.paper().mae()).average().orElseThrow(), 5e-5);
    }

    @Test
    void everyRowHasAPublishedSettingAndALimitNearThePaper() {
        for (PaperRow row : paper.rows()) {
            assertEquals(row.setting().horizon(), WaveRoraSpec.published(row.setting().dataset(), row.setting().horizon()).horizon());
            assertTrue(row.mseLimit() > row.paper().mse() && row.mseLimit() < 1.045 * row.paper().mse(), row.toString());
        }
    }

    @Test
    void findsARowWithoutRegardToCase() {
        PaperRow row = paper.row(new Setting("etth1", 96));
        assertEquals(new PaperRow(new Setting("ETTh1", 96), new Score(0.374, 0.396), OptionalDouble.of(0.3754), 0.380), row);
        assertEquals(OptionalDouble.empty(), paper.row(new Setting("Solar", 720)).authorsMse());
    }

    @Test
    void refusesWhatIsNotInThePaper() {
        var e = assertThrows(IllegalArgumentException.class, () -> paper.row(new Setting("ETTh1", 48)));
        assertEquals("setting must be one of the paper's, [ETTh1, ETTh2, ETTm1, ETTm2, Weather, Electricity, Traffic, Solar]"
                + " with a horizon of 96, 192, 336 or 720, got ETTh1:48", e.getMessage());
    }
}
