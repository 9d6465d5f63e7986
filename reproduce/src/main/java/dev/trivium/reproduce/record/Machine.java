package dev.trivium.reproduce.record;

import dev.trivium.nn.tensor.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process runs on, in words. */
public final class Machine {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** {@return processor, cores that this process may use, system} */
    public static String describe() {
        int cores = Runtime.getRuntime().availableProcessors();
        return processor() + ", " + cores + (cores == 1 ? " core, " : " cores, ") + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    private static String processor() {
        try (Stream<String> lines = Files.isReadable(CPUS) ? Files.lines(CPUS) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unnamed processor");
        } catch (IOException e) {
            return "unnamed processor"; // a table with a nameless processor is still worth having
        }
    }

    /** {@return versions of engine and Java} */
    public static String versions() {
        return NativeRuntime.ENGINE + ", Java " + System.getProperty("java.version");
    }
}
