package dev.trivium.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardOptionsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCardIsNotLostWhereAFileBesideItCannotBeWritten() throws IOException {
        String csv = HourlyTable.write(folder.resolve("plant.csv"), 200).toString();
        String tooLong = folder.resolve("x".repeat(240) + ".html").toString(); // with the ending of the file that is renamed to it
        Run run = Run.of("forecast", "evaluate", "--data", csv, "--model", "linear", "--lookback", "12", "--horizon", "2", "--report", tooLong);
        assertEquals(1, run.code(), run.err());
        assertTrue(run.out().contains("last-value") && run.out().contains("Audit: "), run.out());
        assertTrue(run.error().contains("File name too long") || run.error().contains(tooLong), run.error());
    }
}
