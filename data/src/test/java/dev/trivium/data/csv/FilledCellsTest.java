package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledCellsTest {

    @TempDir
    private Path folder;

    @Test
    void everyFilledCellIsARowWithItsInterval() throws IOException {
        BitSet filled = new BitSet();
        filled.set(1);
        filled.set(2);
        FilledSeries series = new FilledSeries(set(1, 2.5, 3, 4), set(1, 2, 2.5, 4), set(1, 3, 3.25, 4), 0.8, filled);
        Path file = folder.resolve("cells.csv");
        CsvSeries.writeCells(file, series);
        assertEquals(List.of("index,series,value,lower,upper", "0,b,2.5,2,3", "1,a,3,2.5,3.25"), Files.readAllLines(file));
    }

    private static SeriesSet set(double... values) {
        return SeriesSet.of(TimeAxis.index(0, 1, 2), List.of(Variable.of("a"), Variable.of("b")), values);
    }
}
