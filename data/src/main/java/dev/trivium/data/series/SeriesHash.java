package dev.trivium.data.series;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over axis, columns and values, independent of how a {@link SeriesSet} stores them. */
final class SeriesHash {

    private SeriesHash() {}

    static String of(SeriesSet series) {
        MessageDigest digest = sha256();
        text(digest, "trivium series 1");
        text(digest, series.time().describe().toString());
        for (Variable variable : series.variables()) {
            text(digest, variable.name());
            text(digest, variable.unit().orElse(""));
        }
        double[] row = new double[series.width()];
        ByteBuffer bytes = ByteBuffer.allocate(8 * row.length);
        for (int t = 0; t < series.length(); t++) {
            series.copyRows(t, t + 1, row, 0);
            bytes.clear();
            for (double value : row) {
                bytes.putDouble(Double.isNaN(value) ? Double.NaN : value);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array()); // a length first: "ab","c" is not "a","bc"
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
