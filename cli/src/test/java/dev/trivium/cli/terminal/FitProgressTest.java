package dev.trivium.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.record.Trail;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FitProgressTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text, true);

    @Test
    void aTerminalShowsABarWithLossAndTimeLeft() {
        AtomicLong clock = new AtomicLong();
        Session session = new Session(err, err, new StatusLine(err, true, () -> clock.addAndGet(1_000_000_000L)), Interruption.never(), new Trail());
        FitProgress progress = new FitProgress(session, "waverora", "training windows");
        progress.started(new TrainingMonitor.Start(1234, 100, 3, "cpu", 1));
        progress.stepped(new TrainingMonitor.Progress(1, 3, 2, 4, 0.75));
        assertTrue(text.toString().contains("waverora: 1,234 parameters, 100 training windows, at most 3 epochs, on cpu"), text.toString());
        assertTrue(text.toString().matches("(?s).*\repoch 1/3 \\[######------\\]  50 %  loss 0\\.7500  ≤ \\d+\\.\\d s left.*"), text.toString());
    }

    @Test
    void aLogHasALinePerEpochThatMarksTheBest() {
        FitProgress progress = new FitProgress(Session.of(err, err), "waverora", "training windows");
        progress.started(new TrainingMonitor.Start(10, 100, 3, "cpu", 2));
        progress.finishedEpoch(new EpochResult(2, 0.5, 0.625, true, 1e-3, 61));
        progress.finishedEpoch(new EpochResult(3, 0.25, 0.75, false, 1e-3, 2));
        String[] lines = text.toString().split(System.lineSeparator());
        assertTrue(lines[0].endsWith(", resumed in epoch 2"), lines[0]);
        assertTrue(lines[1].startsWith("epoch 2/3  train loss 0.5000  validation 0.6250 *  1 min 01 s, at most "), lines[1]);
        assertEquals("epoch 3/3  train loss 0.2500  validation 0.7500    2.0 s", lines[2]);
        assertFalse(progress.cancelled());
    }
}
