package dev.trivium.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small files under the names that the pages use for those of the reader. */
final class PageFiles {

    private static final int BLOCK = 512;

    private PageFiles() {}

    static void write(Path folder) throws IOException {
        one(HourlyTable.write(folder.resolve("any.csv"), 1000));
        HourlyTable.write(folder.resolve("plant.csv"), 700);
        HourlyTable.writeWithKnown(folder.resolve("sales.csv"), 300, 0);
        cells(folder.resolve("cells.csv"), 0, 240);
        cells(folder.resolve("live.csv"), 240, 5);
        List<String> molecules = molecules();
        Files.write(folder.resolve("solubility.csv"), molecules);
        Files.write(folder.resolve("library.csv"), molecules.subList(0, 12));
        archive(folder.resolve("library1data.tgz"), "N1.txt", "1163438002000 0 0 16 13 8 234\n1163438062000 0 1 16 13 -48 128\n");
    }

    /** Keeps the first series. */
    private static void one(Path file) throws IOException {
        Files.write(file, Files.readAllLines(file).stream().map(line -> line.split(",")[0] + "," + line.split(",")[1]).toList());
    }

    /** Cells that follow one another, every minute, one in ten values missing. */
    private static void cells(Path file, int from, int rows) throws IOException {
        Random random = new Random(5 + from);
        StringBuilder text = new StringBuilder("time,north (dBm),east (dBm),south (dBm),west (dBm)\n");
        for (int t = from; t < from + rows; t++) {
            text.append(LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(t));
            for (int s = 0; s < 4; s++) {
                double value = -80 + 6 * Math.sin(0.1 * t + 0.2 * s) + 0.3 * random.nextGaussian();
                text.append(random.nextInt(10) == 0 ? "," : String.format(Locale.ROOT, ",%.3f", value));
            }
            text.append('\n');
        }
        Files.writeString(file, text);
    }

    /** Alcohols and amines on twelve rings, with a solubility that falls with the carbons. */
    private static List<String> molecules() {
        List<String> lines = new ArrayList<>(List.of("smiles,logS"));
        for (String ring : List.of("c1ccccc1", "C1CCCCC1", "c1ccncc1", "c1ccoc1", "C1CCCC1", "c1ccsc1", "C1CCNCC1", "c1ccc2ccccc2c1", "C1CC1", "C1CCC1",
                "c1cnccn1", "C1CCOCC1")) {
            for (String head : List.of("O", "N")) {
                for (int chain = 1; chain <= 3; chain++) {
                    String smiles = head + "C".repeat(chain) + ring;
                    long carbons = smiles.chars().filter(c -> c == 'C' || c == 'c').count();
                    lines.add(String.format(Locale.ROOT, "%s,%.2f", smiles, 1 - 0.4 * carbons + (head.equals("N") ? 0.5 : 0)));
                }
            }
        }
        return lines;
    }

    /** A tar file of one text, gzipped. */
    private static void archive(Path file, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[BLOCK + (content.length + BLOCK - 1) / BLOCK * BLOCK + 2 * BLOCK];
        put(all, 0, name);
        put(all, 100, "0000644\0");
        put(all, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(all, 156, "0");
        put(all, 257, "ustar\0" + "00");
        put(all, 148, "        ");
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += all[i];
        }
        put(all, 148, String.format(Locale.ROOT, "%06o", sum) + "\0 ");
        System.arraycopy(content, 0, all, BLOCK, content.length);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(all);
        }
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
