package dev.trivium.cli.search;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Trivium in a process of its own, with a limit to its heap. Its standard input stays open as long as this process lives: where it ends, so does the
 * child.
 *
 * @param process what runs
 * @param log where its messages go
 */
record Child(Process process, Path log) {

    private static final String MAIN = "dev.trivium.cli.Trivium";
    private static final long PATIENCE_SECONDS = 20;
    private static final int OUT_OF_MEMORY = 3; // with ExitOnOutOfMemoryError; a trial makes no audit, which would end with 3 too
    private static final int KILLED = 137;

    /** Starts {@code trivium} with some words. */
    static Child start(List<String> words, long heapBytes, Path log, ProcessBuilder.Redirect out) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + Math.max(1, heapBytes / MemorySize.MEBIBYTE) + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", ParentWatch.option()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-D") || each.startsWith("--enable-native-access") || each.startsWith("--add-")).forEach(command::add);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), MAIN));
        command.addAll(words);
        Files.createDirectories(log.toAbsolutePath().getParent());
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).redirectOutput(out).start(), log);
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            entries.add(entry.endsWith("*") ? entry : Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    boolean ended() {
        return !process.isAlive();
    }

    /** {@return whether it ended because it was asked to} Ctrl-C in a terminal reaches all processes at once. */
    boolean wasAskedToEnd() {
        return List.of(130, 143).contains(process.exitValue());
    }

    /** Asks it to end, so that it can save its state. */
    void ask() {
        process.destroy();
    }

    /** Waits for a child that was asked, and ends it if that takes too long. */
    void end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** {@return why it ended without a result} */
    String reason(long heapBytes) throws IOException {
        int code = process.exitValue();
        String last = lastWords();
        if (code == OUT_OF_MEMORY || last.contains("out of memory")) {
            return "out of memory: its heap may have " + MemorySize.text(heapBytes) + "; a larger --memory or fewer --jobs give more";
        }
        if (code == KILLED) {
            return "killed from outside (exit code 137), as a system does that runs out of memory";
        }
        return last.isEmpty() ? String.format(Locale.ROOT, "ended with exit code %d, see %s", code, log.getFileName()) : last;
    }

    private String lastWords() throws IOException {
        String said = "";
        for (String line : new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\\R")) {
            said = line.startsWith("trivium: ") ? line.substring("trivium: ".length()) : said;
        }
        return said;
    }
}
