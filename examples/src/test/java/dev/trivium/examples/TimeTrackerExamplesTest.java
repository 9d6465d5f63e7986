package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.timeseries.timetracker.TimeTracker;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeTrackerExamplesTest {

    @BeforeEach
    void weightsMustBeThere() {
        Assumptions.assumeTrue(TimeTracker.isShipped(), "no weights are shipped yet");
    }

    @Test
    void aForecastWithoutFittingComesWithItsInterval() throws IOException {
        List<String> lines = Printed.by(E02_ZeroShot::main);
        assertEquals(29, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("2016-07-18  \\d\\.\\d\\d in \\[\\d\\.\\d\\d, \\d\\.\\d\\d\\], came \\d\\.\\d\\d"), lines.toString());
        assertTrue(lines.get(28).matches("\\d+ of 560 values in their 80 % interval"), lines.toString());
    }

    @Test
    void aPreTrainedModelGoesOnLearning() throws IOException {
        List<String> lines = Printed.by(E03_FineTune::main);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("as it ships  MSE 0\\.\\d{4}"), lines.toString());
        assertTrue(lines.get(1).matches("fine-tuned   MSE 0\\.\\d{4}"), lines.toString());
    }
}
