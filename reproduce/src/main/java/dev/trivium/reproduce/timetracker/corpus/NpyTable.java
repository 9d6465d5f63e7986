package dev.trivium.reproduce.timetracker.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of 64-bit numbers in NumPy's file format, version 1, row after row. */
final class NpyTable {

    private static final String MAGIC = "\u0093NUMPY\u0001\u0000";
    private static final int FIXED = 10;
    private static final Pattern SHAPE = Pattern.compile(
            "\\{'descr': '<f8', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), \\}\\s*");

    private NpyTable() {}

    static List<float[]> rows(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < FIXED || !text(bytes, 0, MAGIC.length()).equals(MAGIC)) {
            throw new IOException(path + " must be a NumPy array of version 1, got another start");
        }
        int header = bytes.getShort(8) & 0xFFFF;
        String about = bytes.limit() < FIXED + header ? "" : text(bytes, FIXED, header);
        Matcher shape = SHAPE.matcher(about);
        if (!shape.matches()) {
            throw new IOException(path + " must hold rows of little-endian 64-bit numbers, got " + about.strip());
        }
        int count = Integer.parseInt(shape.group(1));
        int width = Integer.parseInt(shape.group(2));
        if (bytes.limit() - FIXED - header != 8L * count * width) {
            throw new IOException(path + " must hold " + count + " × " + width + " numbers, got " + (bytes.limit() - FIXED - header) + " bytes");
        }
        bytes.position(FIXED + header);
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] row = new float[width];
            for (int t = 0; t < width; t++) {
                row[t] = (float) bytes.getDouble();
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(ByteBuffer bytes, int from, int count) {
        return new String(bytes.array(), from, count, StandardCharsets.ISO_8859_1);
    }
}
