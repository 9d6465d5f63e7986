package dev.trivium.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process, on Linux; 0 elsewhere. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    private ResidentMemory() {}

    /** Forgets the peak; {@return the bytes now} */
    static long beginPeak() {
        try {
            Files.writeString(RESET, "5");
        } catch (IOException e) {
            return Long.MAX_VALUE / 2; // no figure: nothing grows
        }
        return read("VmRSS:");
    }

    /** {@return the most bytes since {@link #beginPeak}} */
    static long peak() {
        return read("VmHWM:");
    }

    private static long read(String key) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(key)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
