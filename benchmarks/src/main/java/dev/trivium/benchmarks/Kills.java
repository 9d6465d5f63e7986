package dev.trivium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Whether a killed training run, resumed, ends as if nothing had happened: 20 kills at random moments and 10 inside a checkpoint write, each
 * resumed, half of them to be killed again; the final weights and forecasts are compared bit by bit with an uninterrupted run's. Ends with
 * status 1 if any differ.
 */
public final class Kills {

    private final Random random;
    private final Path out;
    private final KilledRun reference;
    private final long milliseconds;
    private final long bytes;
    private KilledRun run;
    private int runs;
    private int pending;
    private int different;

    private Kills(Path out, long seed) throws IOException, InterruptedException {
        random = new Random(seed);
        this.out = Files.createTempDirectory(out, "kills-");
        reference = new KilledRun(this.out.resolve("uninterrupted"));
        milliseconds = reference.finish();
        bytes = reference.checkpointSize();
        run = next();
        System.out.printf(Locale.ROOT, "uninterrupted: %d epochs, %d ms, checkpoint of %,d bytes, in %s%n", KilledFit.EPOCHS, milliseconds,
                bytes, this.out);
    }

    /** {@code [--random 20] [--in-write 10] [--seed 1] [--out target]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments options = new Arguments(arguments, List.of("--random", "--in-write", "--seed", "--out"));
        Path out = Files.createDirectories(Path.of(options.text("--out", "target")));
        Kills kills = new Kills(out, options.number("--seed", 1));
        kills.all(options.number("--random", 20), options.number("--in-write", 10));
        System.exit(kills.different == 0 ? 0 : 1);
    }

    private void all(int atRandom, int inWrite) throws IOException, InterruptedException {
        List<Boolean> writes = new ArrayList<>(Collections.nCopies(atRandom, false));
        writes.addAll(Collections.nCopies(inWrite, true));
        Collections.shuffle(writes, random);
        for (int kill = 1; kill <= writes.size(); kill++) {
            String where = kill(writes.get(kill - 1), kill % 2 == 0);
            System.out.printf(Locale.ROOT, "kill %2d, run %2d: %s%n", kill, runs, where);
            pending++;
            if (random.nextBoolean()) {
                run.finish();
                compare();
            }
        }
        if (pending > 0) {
            run.finish();
            compare();
        }
        System.out.printf(Locale.ROOT, "%d kills, %d of them in a write, in %d runs: %d runs differ from the uninterrupted one%n",
                writes.size(), inWrite, runs - 1, different);
    }

    /** Kills the run once; where it ended before its kill came, it is compared and another one takes its place. */
    private String kill(boolean inWrite, boolean byItself) throws IOException, InterruptedException {
        while (true) {
            Optional<String> where = inWrite
                    ? run.killInWrite(new Death(1 + random.nextInt(KilledFit.EPOCHS / 2), 1 + (long) (1.1 * bytes * random.nextDouble()), byItself))
                    : run.killAfter((long) (milliseconds * random.nextDouble()));
            if (where.isPresent()) {
                return where.get();
            }
            compare();
        }
    }

    private void compare() throws IOException {
        boolean equal = run.equalsToTheBit(reference);
        System.out.printf(Locale.ROOT, "run %d, killed %d times, %d unfinished writes left behind: %s%n", runs, pending, run.leftovers(),
                equal ? "bit-equal" : "DIFFERS");
        different += equal ? 0 : 1;
        pending = 0;
        run = next();
    }

    private KilledRun next() throws IOException {
        runs++;
        return new KilledRun(out.resolve("run-" + runs));
    }
}
