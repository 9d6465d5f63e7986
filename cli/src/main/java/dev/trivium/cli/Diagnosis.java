package dev.trivium.cli;

import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.Sizes;
import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an installation has.
 *
 * @param facts label and text, in the order to be shown
 * @param healthy whether the engine works
 */
record Diagnosis(Map<String, Object> facts, boolean healthy) {

    static Diagnosis make(Session session) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("trivium", Trivium.Version.number());
        facts.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), " + System.getProperty("java.home"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch")
                + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        facts.put("memory", memory());
        boolean healthy = engine(facts);
        facts.put("data cache", cache());
        facts.put("terminal", session.status().terminal() ? "yes: progress is drawn in place" : "no: progress is printed as lines");
        return new Diagnosis(facts, healthy);
    }

    private static String memory() {
        String heap = "heap of at most " + Sizes.text(Runtime.getRuntime().maxMemory());
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? heap + ", " + Sizes.text(system.getFreeMemorySize()) + " free of " + Sizes.text(system.getTotalMemorySize()) : heap;
    }

    private static boolean engine(Map<String, Object> facts) {
        try {
            facts.put("engine", NativeRuntime.engineVersion() + " is loaded (made for " + NativeRuntime.ENGINE + ")");
            Path natives = NativeRuntime.nativeCache();
            facts.put("natives", natives + " (" + Sizes.text(size(natives)) + ")");
            facts.put("threads", NativeRuntime.threads() + " per operation; --threads sets another number");
            facts.put("gpu", NativeRuntime.gpus() > 0 ? NativeRuntime.gpus() + " usable" : "none: " + Compute.whyNoGpu());
            facts.put("device auto", Compute.choose("auto").device());
            return true;
        } catch (LinkageError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            facts.put("engine", "cannot be used: " + cause);
            return false;
        }
    }

    private static String cache() {
        DatasetCache cache = DatasetCache.standard();
        List<String> held = new ArrayList<>();
        for (DataSet set : Catalog.builtIn().all()) {
            if (Files.exists(cache.path(set, set.main()))) {
                held.add(set.name());
            }
        }
        return cache.folder() + (Files.isDirectory(cache.folder()) ? " (" + Sizes.text(size(cache.folder())) + ")" : " (not made yet)")
                + (held.isEmpty() ? "" : ": " + String.join(", ", held));
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
