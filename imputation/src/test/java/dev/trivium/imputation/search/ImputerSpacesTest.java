package dev.trivium.imputation.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.baseline.MeanSpec;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.Points;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImputerSpacesTest {

    private static SeriesSet series() {
        double[] values = new double[400];
        for (int t = 0; t < 200; t++) {
            values[2 * t] = Math.sin(t / 3.0);
            values[2 * t + 1] = 100 * Math.cos(t / 3.0);
        }
        return SeriesSet.of(TimeAxis.index(0, 1, 200), List.of(Variable.of("a"), Variable.of("b")), values);
    }

    @Test
    void theStandardSettingsAreTheRecipeItselfAndEveryPointIsARecipe() {
        for (String name : List.of("fgatt", "nearest-nodes", "matrix-factorisation", "ridge-ar")) {
            ImputerSpec spec = NamedImputers.of(name);
            for (int series : new int[] {1, 2, 100}) {
                Tunable<ImputerSpec> tunable = ImputerSpaces.of(spec, series, 500);
                assertEquals(spec, tunable.with(tunable.standard()));
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 200; i++) {
                    assertEquals(name, tunable.with(tunable.space().draw(random)).name());
                }
            }
        }
        FgattSpec thorough = FgattSpec.thorough();
        assertEquals(thorough, ImputerSpaces.of(thorough, 30, 500).with(ImputerSpaces.of(thorough, 30, 500).standard()));
        FgattSpec narrow = (FgattSpec) ImputerSpaces.of(FgattSpec.standard(), 30, 500).with(Map.of("width", "16", "window", "12"));
        assertEquals(32, narrow.architecture().hidden());
        assertEquals(12, narrow.architecture().window());
    }

    @Test
    void methodsWithoutSettingsAreNamed() {
        assertEquals("model must be fgatt, nearest-nodes, matrix-factorisation or ridge-ar to be searched, got mean",
                assertThrows(IllegalArgumentException.class, () -> ImputerSpaces.of(new MeanSpec(), 3, 100)).getMessage());
    }

    @Test
    void theScoreIsOverHiddenValidationCellsInTrainingDeviations() throws IOException {
        SeriesSet truth = series();
        HiddenMask mask = new Points(0.3).draw(truth, 1).only(truth, t -> t >= 120, "validation rows");
        HeldOutCells cells = HeldOutCells.of(truth, mask, 120);
        assertEquals(mask.count(), cells.row().length);
        assertTrue(cells.row()[0] >= 120);
        SeriesSet hidden = mask.hide(truth);
        Split parts = Split.withoutTestAt(hidden, 120);
        try (Imputer mean = new MeanSpec().fit(parts.train(), parts.validation(), Training.seed(1))) {
            double expected = 0;
            for (int i = 0; i < cells.row().length; i++) {
                expected += Math.abs(mean.fill(hidden).values().value(cells.row()[i], cells.column()[i]) - cells.value()[i])
                        / cells.deviation()[cells.column()[i]] / cells.row().length;
            }
            assertEquals(expected, cells.error(mean, hidden, 120), 1e-12);
        }
        assertEquals(cells.deviation()[0] * 100, cells.deviation()[1], 3);
    }

    @Test
    void trainingCellsAreNotHeldOut() {
        SeriesSet truth = series();
        HiddenMask mask = new Points(0.3).draw(truth, 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> HeldOutCells.of(truth, mask, 120)).getMessage()
                .startsWith("mask must hide cells of the validation rows, 120 to 200, and of no other, got one in row "));
    }
}
