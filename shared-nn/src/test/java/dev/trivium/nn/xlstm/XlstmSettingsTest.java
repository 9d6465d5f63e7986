package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.xlstm.XlstmSettings.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class XlstmSettingsTest {

    @Test
    void theInnerWidthIsTwiceTheWidthRoundedUpTo64() {
        assertEquals(64, XlstmSettings.pair(16, Activation.RELU).inner());
        assertEquals(256, XlstmSettings.pair(128, Activation.RELU).inner());
        assertEquals(128, XlstmSettings.pair(36, Activation.RELU).inner());
    }

    @Test
    void refuseWhatCannotBeBuilt() {
        assertRefused("width must be a positive multiple of heads, got width=10, heads=4", 10, 4, 2, List.of(0), 4, 4);
        assertRefused("heads must divide the inner width 64, got 3", 9, 3, 2, List.of(0), 4, 4);
        assertRefused("blocks must be at least 1, got 0", 8, 4, 0, List.of(), 4, 4);
        assertRefused("slstmAt must name blocks from 0 to 1, got 2", 8, 4, 2, List.of(2), 4, 4);
        assertRefused("slstmAt must name each block once, got [1, 1]", 8, 4, 2, List.of(1, 1), 4, 4);
        assertRefused("kernel must be at least 1, got 0", 8, 4, 2, List.of(0), 0, 4);
        assertRefused("projectionBlock must divide the inner width 64, got 5", 8, 4, 2, List.of(0), 4, 5);
    }

    private static void assertRefused(String message, int width, int heads, int blocks, List<Integer> slstmAt, int kernel, int side) {
        var error = assertThrows(IllegalArgumentException.class,
                () -> new XlstmSettings(width, heads, blocks, slstmAt, kernel, side, Activation.RELU));
        assertEquals(message, error.getMessage());
    }
}
