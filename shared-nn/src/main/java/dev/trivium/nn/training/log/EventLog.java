package dev.trivium.nn.training.log;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes every epoch of a training to TensorBoard event files: {@code train/loss}, {@code train/rate}, {@code train/seconds} and
 * {@code validation/score} over the epochs, as 32-bit numbers. A file grows while the training runs, so that it can be watched.
 *
 * <p>Each training has a folder of its own, a run of the viewer. A training that goes on from a checkpoint writes a further file into the folder of the
 * one that it goes on with; any other takes a new folder, {@code NAME-2} and so on where {@code NAME} is there.
 */
public final class EventLog implements TrainingMonitor {

    private final Path folder;
    private final String name;
    private final Clock clock;
    private int trainings;
    private @Nullable Path file;

    /**
     * @param folder which the viewer is started with; made if it is not there
     * @param name   of the run; what is no letter, digit, dot or dash becomes a dash
     */
    public EventLog(Path folder, String name) {
        this(folder, name, Clock.systemUTC());
    }

    EventLog(Path folder, String name, Clock clock) {
        this.folder = folder;
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        this.name = plain.isEmpty() ? "run" : plain;
        this.clock = clock;
    }

    @Override
    public void started(Start start) {
        trainings++;
        String member = trainings == 1 ? name : name + "-network-" + trainings;
        try {
            Path run = run(member, start.resumedAtEpoch() > 1);
            Files.createDirectories(run);
            file = free(run);
            Files.write(file, EventRecord.version(seconds()), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the last folder of that name for a training that goes on, else the next} */
    private Path run(String member, boolean goesOn) {
        Path last = folder.resolve(member);
        Path next = last;
        for (int i = 2; Files.exists(next); i++) {
            last = next;
            next = folder.resolve(member + "-" + i);
        }
        return goesOn ? last : next;
    }

    private Path free(Path run) {
        long second = clock.instant().getEpochSecond();
        Path path = run.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.trivium", second));
        while (Files.exists(path)) {
            second++;
            path = run.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.trivium", second));
        }
        return path;
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("train/loss", epoch.trainLoss());
        numbers.put("validation/score", epoch.validation());
        numbers.put("train/rate", epoch.rate());
        numbers.put("train/seconds", epoch.seconds());
        try {
            if (file == null) {
                throw new IllegalStateException("an epoch came before the start of its training");
            }
            Files.write(file, EventRecord.scalars(seconds(), epoch.epoch(), numbers), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double seconds() {
        return clock.millis() / 1e3;
    }
}
