package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.schedule.Progress;
import dev.trivium.nn.training.TrainingPlan;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static String message(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }

    @Test
    void publishedSettingsAreFoundByNameInAnyCase() {
        MolGraphXlstmSpec esol = MolGraphXlstmSpec.published("esol");
        assertEquals(TaskKind.REGRESSION, esol.kind());
        assertEquals(1024, esol.architecture().width());
        assertEquals(new Recipe(2e-4, 200, 200, 128, 1e-4), esol.recipe());
        assertEquals(256, MolGraphXlstmSpec.published("HIV").architecture().width());
        assertEquals("dataset must be one of " + Arrays.toString(PublishedSettings.values()) + ", got qm9",
                message(() -> MolGraphXlstmSpec.published("qm9")));
    }

    @Test
    void ratesRiseForATenthOfTheRunAndFallToItsEnd() {
        TrainingPlan plan = Recipe.published(0.1, 10).plan();
        double[] rates = new double[40];
        Arrays.setAll(rates, step -> plan.schedule().rate(new Progress(step, 4, 10)));
        for (int step = 1; step < 40; step++) {
            assertTrue(step <= 4 ? rates[step] > rates[step - 1] : rates[step] < rates[step - 1], step + ": " + Arrays.toString(rates));
        }
        assertEquals(0.1, rates[4], 1e-15);
        assertTrue(rates[0] > 0 && rates[39] > 0 && rates[39] < 0.003, Arrays.toString(rates));
    }

    @Test
    void refusesShapesThatCannotBeSplit() {
        assertEquals("power * channels must be a multiple of 16 and of heads, at most 4096, got power=3, channels=16, heads=5",
                message(() -> new Architecture(3, 16, 4, 5)));
        assertEquals("experts must be between 2 and 256, got 1", message(() -> new Architecture(4, 32, 1, 4)));
        assertEquals("rate must be in (0, 1), got NaN", message(() -> Recipe.published(Double.NaN, 3)));
        assertEquals("members must be between 2 and 100, got 1",
                message(() -> new EnsembleSpec(MolGraphXlstmSpec.of(TaskKind.REGRESSION), 1)));
    }
}
