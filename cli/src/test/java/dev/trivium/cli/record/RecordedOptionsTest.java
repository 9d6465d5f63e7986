package dev.trivium.cli.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.Parsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class RecordedOptionsTest {

    @Test
    void everyOptionThatNamesAFileSaysWhetherItIsReadOrWritten() {
        List<String> silent = new ArrayList<>();
        int seen = 0;
        for (List<String> words : List.of(List.of("forecast", "fit"), List.of("forecast", "fine-tune"), List.of("forecast", "evaluate"),
                List.of("molecule", "fit"), List.of("molecule", "evaluate"), List.of("impute", "fit"), List.of("impute", "evaluate"))) {
            CommandLine command = Parsers.silent();
            for (String word : words) {
                command = command.getSubcommands().get(word);
            }
            for (OptionSpec option : command.getCommandSpec().options()) {
                boolean file = option.type() == Path.class || option.paramLabel().contains("FILE") || option.paramLabel().contains("DIR");
                seen += file ? 1 : 0;
                if (file && Recording.isRecorded(option) && Recording.filePrefix(option).isEmpty()) {
                    silent.add(String.join(" ", words) + " " + option.longestName() + " must be marked with @Reads or @Unrecorded");
                }
            }
        }
        assertTrue(seen > 20, "options that name files are found");
        assertEquals(List.of(), silent);
    }
}
