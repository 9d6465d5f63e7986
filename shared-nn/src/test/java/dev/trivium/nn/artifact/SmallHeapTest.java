package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest and most wasteful entries that a model file may have are read or refused by a process with a heap of 128 MiB. */
class SmallHeapTest {

    private static final int LARGEST = 8 << 20;

    @TempDir
    private Path folder;

    /** Arguments: files, each read in turn; one line each of what became of it. */
    static final class Reader {

        public static void main(String[] arguments) throws IOException {
            StringBuilder report = new StringBuilder();
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                report.append(Path.of(file).getFileName()).append(' ').append(outcome(Path.of(file))).append('\n');
            }
            Files.writeString(Path.of(arguments[0]), report);
        }

        private static String outcome(Path file) throws IOException {
            try {
                return "read " + ModelFile.read(file).kind();
            } catch (ModelFileException e) {
                return "refused " + e.getMessage().substring(file.toString().length());
            } catch (OutOfMemoryError e) {
                return "out of memory";
            }
        }
    }

    private static byte[] filled(String start, String unit, String end) {
        int count = (LARGEST - start.length() - end.length()) / unit.length();
        return (start + unit.repeat(count) + end).getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] json, String... entries) throws IOException {
        Map<String, byte[]> contents = Forge.smallEntries(folder.resolve("small"));
        for (String entry : entries) {
            contents.put(entry, json);
        }
        Forge.repair(contents);
        return Files.write(folder.resolve(name), Forge.zip(contents));
    }

    /** A sound list of tensors as the manifest holds them, of which the weights have none. */
    private Path manifest() throws IOException {
        Map<String, byte[]> contents = Forge.smallEntries(folder.resolve("small"));
        String text = new String(contents.get("manifest.json"), StandardCharsets.UTF_8);
        StringBuilder tensors = new StringBuilder("\"tensors\" : [");
        for (int i = 0; tensors.length() < LARGEST - 10_000; i++) {
            tensors.append("{\"name\":\"t").append(i).append("\",\"shape\":[],\"type\":\"U8\",\"sha256\":\"").append("0".repeat(64)).append("\"},");
        }
        String changed = text.substring(0, text.indexOf("\"tensors\"")) + tensors.substring(0, tensors.length() - 1) + "]}";
        contents.put("manifest.json", changed.getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve("manifest"), Forge.zip(contents));
    }

    @Test
    void wastefulEntriesFitASmallHeap() throws IOException, InterruptedException {
        List<Path> files = List.of(
                file("zeros", filled("{\"a\":[0", ",0", "]}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("longs", filled("{\"a\":[1000", ",1000", "]}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("lists", filled("{\"a\":[[]", ",[]", "]}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("objects", filled("{\"a\":[{}", ",{}", "]}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("texts", filled("{\"a\":[\"\"", ",\"\"", "]}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("text", filled("{\"a\":\"", "x", "\"}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("number", filled("{\"a\":1", "0", "}"), "spec.json", "preprocessing.json", "provenance.json"),
                file("deep", filled("{\"a\":", "[", "}"), "spec.json"),
                manifest());
        Path report = folder.resolve("report");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Reader.class.getName(), report.toString()),
                files.stream().map(Path::toString)).toList()).inheritIO().start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        String outcome = Files.readString(report);
        assertEquals(0, process.exitValue(), outcome);
        assertEquals(files.size(), outcome.lines().count());
        assertTrue(outcome.lines().noneMatch(line -> line.contains("memory")), outcome);
    }
}
