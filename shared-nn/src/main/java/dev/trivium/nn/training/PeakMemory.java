package dev.trivium.nn.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory of this process that was resident at a time, from a moment on. All of it counts: the heap with what waits to be collected, native
 * tensors, the data, libraries. Known on Linux only.
 */
public final class PeakMemory {

    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
    private static final double KILOBYTES = 1000;
    private static final double KIBIBYTE = 1.024;

    private final boolean known;

    private PeakMemory(boolean known) {
        this.known = known;
    }

    /** {@return a measurement that begins now; one that began earlier in this process then measures from now on, too} */
    public static PeakMemory begin() {
        try {
            Files.write(RESET, "5".getBytes(StandardCharsets.US_ASCII));
            return new PeakMemory(true);
        } catch (IOException | SecurityException e) {
            return new PeakMemory(false); // another system, or one that does not let us
        }
    }

    /** {@return megabytes, 10⁶ bytes each; NaN where it cannot be known} */
    public double megabytes() {
        if (!known) {
            return Double.NaN;
        }
        try {
            Matcher peak = PEAK.matcher(Files.readString(STATUS, StandardCharsets.UTF_8));
            return peak.find() ? Double.parseDouble(peak.group(1)) * KIBIBYTE / KILOBYTES : Double.NaN;
        } catch (IOException | SecurityException e) {
            return Double.NaN;
        }
    }
}
