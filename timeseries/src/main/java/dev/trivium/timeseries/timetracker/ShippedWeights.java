package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The weights inside the module: {@code weights.trivium}, with its SHA-256 beside it in {@code weights.sha256}. */
final class ShippedWeights {

    private static final String FILE = "weights.trivium";
    private static final String SUM = "weights.sha256";
    private static final Map<String, TimeTracker> LOADED = new ConcurrentHashMap<>();

    private ShippedWeights() {}

    static TimeTracker tracker(String device) {
        return LOADED.computeIfAbsent(device, where -> {
            try {
                return read(ShippedWeights.class, "", where);
            } catch (IOException e) {
                throw new IllegalStateException("shipped weights must be readable: " + e.getMessage(), e);
            }
        });
    }

    /** {@return whether the module holds weights} */
    static boolean present() {
        return ShippedWeights.class.getResource(FILE) != null;
    }

    /** {@return the SHA-256 that the module says its weights have} */
    static String sha256(Class<?> anchor, String folder) throws IOException {
        String sum = new String(resource(anchor, folder + SUM), StandardCharsets.UTF_8).strip();
        return sum.split("\\s", 2)[0];
    }

    /** Reads weights that lie beside a class, or in a folder there. */
    static TimeTracker read(Class<?> anchor, String folder, String device) throws IOException {
        byte[] bytes = resource(anchor, folder + FILE);
        String expected = sha256(anchor, folder);
        String got = sha256(bytes);
        if (!got.equals(expected)) {
            throw new IOException(FILE + " inside the module must have SHA-256 " + expected + ", got " + got);
        }
        Path copy = Files.createTempFile("timetracker", ".trivium");
        try {
            Files.write(copy, bytes);
            return SavedTimeTracker.weights(copy, ModelFile.read(copy), device, true);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static byte[] resource(Class<?> anchor, String name) throws IOException {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the module must hold trained weights, " + anchor.getPackageName().replace('.', '/') + "/"
                        + name + ", got none; TimeTracker.load(file) reads other weights");
            }
            return in.readAllBytes();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
