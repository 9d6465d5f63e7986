package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.artifact.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is sent the signal of Ctrl-C. */
@DisabledOnOs(OS.WINDOWS) // which has no kill -INT
class InterruptedFitTest {

    private static final int EPOCHS = 6;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isSavedAndResumedToTheSameBits() throws IOException, InterruptedException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), 700);
        Path whole = folder.resolve("whole.trivium");
        Path parts = folder.resolve("parts.trivium");
        Path checkpoint = folder.resolve("parts.trivium.checkpoint");
        assertEquals(0, Run.of(fit(csv, whole)).code());

        Process process = start(fit(csv, parts));
        List<String> lines = readUntil(process, "epoch 2/");
        interrupt(process);
        lines.addAll(rest(process));
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the process ends");
        assertEquals(130, process.exitValue(), String.join("\n", lines));
        assertTrue(Files.exists(checkpoint) && !Files.exists(parts));
        assertTrue(lines.get(lines.size() - 2).startsWith("trivium: training was cancelled in epoch "), lines.toString());
        String goOn = lines.get(lines.size() - 1);
        assertTrue(goOn.startsWith("to go on:  ") && goOn.endsWith("--resume " + checkpoint), goOn);

        List<String> resumed = new ArrayList<>(List.of(fit(csv, parts)));
        resumed.addAll(List.of("--resume", checkpoint.toString()));
        Run run = Run.of(resumed.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("resumed in epoch "), run.err());
        assertFalse(Files.exists(checkpoint), "the checkpoint is removed after the fit");
        assertArrayEquals(weights(whole), weights(parts));
        assertEquals(ModelFile.fingerprint(whole), ModelFile.fingerprint(parts));
        Run replay = Run.of("replay", parts.toString());
        assertEquals(0, replay.code(), replay.out() + replay.err());
        assertTrue(replay.out().contains("result      bit-equal"), replay.out());
    }

    private static String[] fit(Path csv, Path out) {
        return new String[] {"forecast", "fit", "--data", csv.toString(), "--lookback", "48", "--horizon", "12", "--epochs", "" + EPOCHS,
            "--device", "cpu", "--out", out.toString()};
    }

    private static Process start(String[] words) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/env")) && new ProcessBuilder("/usr/bin/env", "--default-signal=INT", "true").start().onExit()
                .join().exitValue() == 0) {
            command.addAll(List.of("/usr/bin/env", "--default-signal=INT")); // background jobs of some shells are made deaf to it
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                "-Dai.djl.offline=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", Trivium.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
    }

    private static List<String> readUntil(Process process, String start) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        InputStream err = process.getErrorStream();
        for (int b = err.read(); b >= 0; b = err.read()) { // by bytes: what follows is left for rest()
            line.append((char) b);
            if (b == '\n') {
                lines.add(line.toString().strip());
                if (line.toString().startsWith(start)) {
                    return lines;
                }
                line.setLength(0);
            }
        }
        throw new AssertionError("the process ended before " + start + ":\n" + String.join("\n", lines));
    }

    private static List<String> rest(Process process) throws IOException {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        }
    }

    private static byte[] weights(Path model) throws IOException {
        try (ZipFile zip = new ZipFile(model.toFile()); InputStream in = zip.getInputStream(zip.getEntry("weights.safetensors"))) {
            return in.readAllBytes();
        }
    }
}
