package dev.trivium.data.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void aDamagedTableIsReadOrRefusedAndNothingElseHappens() throws IOException {
        byte[] sound = "date;p (mbar);b\n2020-01-01 00:00;1,5;2\n2020-01-01 00:10;2,5;NA\n2020-01-01 00:20;\"3,5\";4\n2020-01-01 00:30;4,5;5\n"
                .getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(13);
        Path path = folder.resolve("table.csv");
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = sound.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged[random.nextInt(damaged.length)] = random.nextBoolean() ? (byte) random.nextInt(256) : sound[random.nextInt(sound.length)];
            }
            Files.deleteIfExists(path); // a file that is cut goes to the disk at once, and three thousand of them take their time
            Files.write(path, damaged);
            try {
                CsvSeries.read(path, CsvOptions.defaults());
            } catch (CsvFormatException expected) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("on " + new String(damaged, StandardCharsets.ISO_8859_1), e);
            }
        }
        if (refused < 1_000) {
            throw new AssertionError("only " + refused + " of 3000 damaged tables were refused");
        }
    }
}
