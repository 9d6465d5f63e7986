package dev.trivium.nn.artifact;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from, for {@code provenance.json}. The same settings can give slightly different weights on another system or
 * version, so those are part of it.
 *
 * @param versions version by component, such as {@code trivium}, {@code djl}, {@code pytorch}
 * @param spec     the settings the model was made with
 * @param seed     seed of the training
 * @param data     what it was trained on
 * @param metrics  finite scores by name, such as {@code validation.mse}
 */
public record Provenance(Map<String, String> versions, Map<String, ?> spec, long seed, Data data, Map<String, Double> metrics) {

    public Provenance {
        versions = Map.copyOf(versions);
        spec = JsonObjects.canonical("spec", spec);
        metrics = Map.copyOf(metrics);
        JsonObjects.canonical("metrics", metrics);
    }

    /**
     * A data set.
     *
     * @param name   what it is called: a file name or a catalogue name, not a path
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes  size, at least 0
     */
    public record Data(String name, String sha256, long bytes) {

        public Data {
            if (!Sha256.isHex(sha256)) {
                throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits, got " + TextQuote.of(sha256));
            }
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes must be at least 0, got " + bytes);
            }
        }
    }

    /**
     * This provenance with what the running system says about itself: Java version and vendor, operating system, architecture, UTC time.
     *
     * @param clock gives the time, cut to seconds
     * @return a JSON object for {@link ModelContents}
     */
    public Map<String, Object> describe(Clock clock) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        out.put("versions", new TreeMap<>(versions));
        out.put("java", Map.of("version", property("java.version"), "vendor", property("java.vendor"), "vm", property("java.vm.name")));
        out.put("system", Map.of("os", property("os.name"), "version", property("os.version"), "arch", property("os.arch")));
        out.put("seed", seed);
        out.put("data", Map.of("name", data.name(), "sha256", data.sha256(), "bytes", data.bytes()));
        out.put("spec", spec);
        out.put("metrics", new TreeMap<>(metrics));
        return out;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
