package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One training run in a folder of its own, in as many processes as it is killed times, and one. */
final class KilledRun {

    private static final int FORECASTS = 16;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final Path folder;
    private final Path log;

    KilledRun(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        log = folder.resolve("log.txt");
    }

    private Process start(List<String> death) throws IOException {
        Files.deleteIfExists(log);
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(death);
        return JavaProcess.of(KilledFit.class, arguments).redirectOutput(log.toFile()).start();
    }

    private String lastLine() throws IOException {
        String text = Files.readString(log);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.isEmpty() ? "before the first step" : whole.lines().reduce((a, b) -> b).orElseThrow();
    }

    /** Runs to the end. {@return milliseconds} */
    long finish() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = start(List.of()).waitFor();
        if (status != 0 || !Files.exists(folder.resolve(KilledFit.MODEL))) {
            throw new IOException(folder + " must be resumed to the end, got status " + status + " " + lastLine());
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Kills the process after some time. {@return where it was, or empty if it was done already} */
    Optional<String> killAfter(long milliseconds) throws IOException, InterruptedException {
        Process process = start(List.of());
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            return ended(process);
        }
        process.destroyForcibly().waitFor(); // SIGKILL
        return Optional.of("SIGKILL: " + lastLine());
    }

    /** Lets the process die in a write. {@return where it was, or empty if it was done before} */
    Optional<String> killInWrite(Death death) throws IOException, InterruptedException {
        Process process = start(List.of(death.text()));
        if (death.byItself()) {
            process.waitFor();
            return process.exitValue() == KilledFit.HALTED ? Optional.of("halt: " + lastLine()) : ended(process);
        }
        long end = System.nanoTime() + PATIENCE;
        while (process.isAlive() && System.nanoTime() < end) {
            if (lastLine().startsWith(KilledFit.IN_A_WRITE)) {
                process.destroyForcibly().waitFor(); // SIGKILL
                return Optional.of("SIGKILL: " + lastLine());
            }
            Thread.sleep(5);
        }
        return ended(process);
    }

    private Optional<String> ended(Process process) throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(folder + " must end with status 0, got " + status + " " + lastLine());
        }
        return Optional.empty();
    }

    /** {@return bytes of its checkpoint} */
    long checkpointSize() throws IOException {
        return Files.size(folder.resolve(KilledFit.CHECKPOINT));
    }

    /** {@return temporary files that killed writes left behind} */
    long leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tmp")).count();
        }
    }

    /** {@return whether the weights and the forecasts of both runs are the same to the bit} */
    boolean equalsToTheBit(KilledRun other) throws IOException {
        Map<String, StoredTensor> own = ModelFile.read(folder.resolve(KilledFit.MODEL)).tensors();
        Map<String, StoredTensor> others = ModelFile.read(other.folder.resolve(KilledFit.MODEL)).tensors();
        boolean same = own.keySet().equals(others.keySet());
        for (String name : own.keySet()) {
            same = same && Arrays.equals(own.get(name).toFloats(), others.get(name).toFloats());
        }
        return same && Arrays.deepEquals(forecasts(), other.forecasts());
    }

    private double[][] forecasts() throws IOException {
        double[][] forecasts = new double[FORECASTS][];
        try (Forecaster model = Forecaster.load(folder.resolve(KilledFit.MODEL), "cpu")) {
            for (int i = 0; i < FORECASTS; i++) {
                SeriesSet history = SmallWaveRora.history(i);
                forecasts[i] = model.predict(history).mean().toArray();
            }
        }
        return forecasts;
    }
}
