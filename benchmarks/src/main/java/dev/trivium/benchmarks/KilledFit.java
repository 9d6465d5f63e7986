package dev.trivium.benchmarks;

import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The process that {@link Kills} kills: fits a small model with a checkpoint after every epoch, and goes on from it where there is one. */
final class KilledFit {

    static final String CHECKPOINT = "run.trivium";
    static final String MODEL = "model.trivium";
    static final String IN_A_WRITE = "in a write";
    static final int HALTED = 9;
    static final int EPOCHS = 20;

    private KilledFit() {}

    /** {@code FOLDER [DEATH]}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path checkpoint = folder.resolve(CHECKPOINT);
        Optional<Death> death = arguments.length > 1 ? Optional.of(Death.parse(arguments[1])) : Optional.empty();
        Training training = Training.seed(3).withDevice("cpu").withCheckpoint(checkpoint).withMonitor(new Doomed(death));
        if (Files.exists(checkpoint)) {
            training = training.withResume(checkpoint);
        }
        try (Forecaster model = new SmallWaveRora(50, EPOCHS).fit(training)) {
            model.save(folder.resolve(MODEL));
        }
        System.out.println("finished");
    }

    /** Says after every step where the run is, and dies where it is told. */
    private record Doomed(Optional<Death> death, int[] writes) implements TrainingMonitor {

        Doomed(Optional<Death> death) {
            this(death, new int[1]);
        }

        @Override
        public void stepped(Progress progress) {
            System.out.println("epoch " + progress.epoch() + ", after step " + progress.batch());
        }

        @Override
        public void saving(WriteObserver.Stage stage, long bytes) {
            if (death.isPresent() && death.get().here(writes[0], stage, bytes)) {
                System.out.printf(Locale.ROOT, "%s, %s, %,d bytes%n", IN_A_WRITE, stage.name().toLowerCase(Locale.ROOT), bytes);
                if (death.get().byItself()) {
                    Runtime.getRuntime().halt(HALTED);
                }
                standStill();
            }
            writes[0] += stage == WriteObserver.Stage.MOVED ? 1 : 0;
        }

        private static void standStill() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
