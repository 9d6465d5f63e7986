package dev.trivium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;

/** A made table: three series with a daily cycle, hourly from the start of 2024. */
public final class HourlyTable {

    private HourlyTable() {}

    /** Writes the table. */
    public static Path write(Path file, int rows) throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("date,flow (m3/h),head,power (kW)\n");
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int t = 0; t < rows; t++) {
            double phase = 2 * Math.PI * t / 24;
            text.append(String.format(Locale.ROOT, "%s,%.4f,%.4f,%.4f%n", start.plusHours(t), 50 + 10 * Math.sin(phase) + random.nextGaussian(),
                    8 + Math.cos(phase) + 0.1 * random.nextGaussian(), 0.01 * t + 0.2 * random.nextGaussian()));
        }
        return Files.writeString(file, text);
    }

    /** Writes sales that double on promotion, and goes on for some rows in which only the promotions are known. */
    public static Path writeWithKnown(Path file, int rows, int future) throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("date,sales,promotion\n");
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int t = 0; t < rows + future; t++) {
            int promotion = random.nextInt(5) == 0 ? 1 : 0;
            double sales = (10 + Math.sin(2 * Math.PI * t / 24) + 0.1 * random.nextGaussian()) * (1 + promotion);
            text.append(String.format(Locale.ROOT, "%s,%s,%d%n", start.plusHours(t), t < rows ? String.format(Locale.ROOT, "%.4f", sales) : "",
                    promotion));
        }
        return Files.writeString(file, text);
    }
}
