package dev.trivium.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Resident memory of this process, or another, as Linux counts it, in MB of 10⁶ bytes; empty on other systems. */
final class ProcessMemory {

    private static final String SELF = "self";

    private ProcessMemory() {}

    static OptionalDouble now() {
        return field(SELF, "VmRSS:");
    }

    static OptionalDouble peak() {
        return field(SELF, "VmHWM:");
    }

    /** {@return that of a process; empty also once it has ended} */
    static OptionalDouble now(long process) {
        return field(Long.toString(process), "VmRSS:");
    }

    private static OptionalDouble field(String process, String name) {
        Path status = Path.of("/proc", process, "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6).findFirst();
        } catch (IOException e) {
            if (!Files.isReadable(status)) {
                return OptionalDouble.empty();
            }
            throw new UncheckedIOException(e);
        }
    }
}
