package dev.trivium.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Resident memory of this process as Linux counts it, in MB of 10⁶ bytes; empty on other systems. */
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    static OptionalDouble now() {
        return field("VmRSS:");
    }

    static OptionalDouble peak() {
        return field("VmHWM:");
    }

    private static OptionalDouble field(String name) {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
