package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    @Test
    void isReadAsItIsPrinted() {
        Setting setting = Setting.parse("ETTh1:96");
        assertEquals(new Setting("ETTh1", 96), setting);
        assertEquals("ETTh1:96", setting.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETTh1", "ETTh1:", ":96", "ETTh1:96:1", "ETTh1:-96", "ETTh1:99999"})
    void refusesOtherForms(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> Setting.parse(text));
        assertEquals("setting must be written as DATASET:HORIZON, such as ETTh1:96, got " + text, e.getMessage());
    }
}
