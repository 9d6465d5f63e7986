package dev.trivium.cli.terminal;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.util.Locale;

/** Shows a training: a bar with loss and time left on a terminal, a line per epoch that stays. */
public final class FitProgress implements TrainingMonitor {

    private static final int BAR = 12;

    private final Session session;
    private final String name;
    private final String items;
    private final int runs;
    private int run;
    private int epochs;
    private double best = Double.POSITIVE_INFINITY;
    private long epochStart;
    private int firstBatch;
    private long epochsSeen;
    private double secondsSeen;

    /**
     * @param session where it is shown
     * @param name what is trained
     * @param items what it learns from, such as {@code training windows}
     */
    public FitProgress(Session session, String name, String items) {
        this(session, name, items, 1);
    }

    /**
     * @param session where it is shown
     * @param name what is trained
     * @param items what it learns from
     * @param runs trainings, one after another, of which it is made
     */
    public FitProgress(Session session, String name, String items, int runs) {
        this.session = session;
        this.name = name;
        this.items = items;
        this.runs = runs;
    }

    @Override
    public void started(Start start) {
        session.interruption().holdOn();
        epochs = start.epochs();
        best = Double.POSITIVE_INFINITY;
        run++;
        session.status().print(String.format(Locale.ROOT, "%s%s: %,d parameters, %,d %s, at most %d epochs, on %s%s",
                name, runs == 1 ? "" : " " + run + " of " + runs, start.parameters(), start.items(), items, start.epochs(), start.device(),
                resumed(start)));
        beginEpoch();
    }

    private static String resumed(Start start) {
        return start.resumedAtEpoch() <= 1 ? ""
                : start.resumedAtEpoch() > start.epochs() ? ", finished before" : ", resumed in epoch " + start.resumedAtEpoch();
    }

    private void beginEpoch() {
        epochStart = System.nanoTime();
        firstBatch = -1;
    }

    @Override
    public void stepped(Progress at) {
        if (firstBatch < 0) {
            firstBatch = at.batch() - 1;
        }
        session.status().show(() -> line(at));
    }

    private String line(Progress at) {
        double share = (double) at.batch() / at.batches();
        int full = (int) Math.round(share * BAR);
        double perBatch = (System.nanoTime() - epochStart) / 1e9 / (at.batch() - firstBatch);
        double batchesLeft = at.batches() - at.batch() + (double) (at.epochs() - at.epoch()) * at.batches();
        return String.format(Locale.ROOT, "epoch %d/%d [%s%s] %3.0f %%  loss %.4f%s  ≤ %s left", at.epoch(), at.epochs(),
                "#".repeat(full), "-".repeat(BAR - full), 100 * share, at.loss(),
                Double.isFinite(best) ? String.format(Locale.ROOT, "  best %.4f", best) : "", Durations.text(perBatch * batchesLeft));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        best = Math.min(best, epoch.validation());
        secondsSeen += (System.nanoTime() - epochStart) / 1e9;
        epochsSeen++;
        int left = epochs - epoch.epoch();
        session.status().print(String.format(Locale.ROOT, "epoch %d/%d  train loss %.4f  validation %.4f%s  %s%s", epoch.epoch(), epochs,
                epoch.trainLoss(), epoch.validation(), epoch.best() ? " *" : "  ", Durations.text(epoch.seconds()),
                left == 0 ? "" : ", at most " + Durations.text(left * secondsSeen / epochsSeen) + " left"));
        beginEpoch();
    }

    @Override
    public boolean cancelled() {
        return session.interruption().requested();
    }
}
