package dev.trivium.cli.molecule;

import dev.trivium.cli.terminal.Session;
import dev.trivium.molecular.screening.Answered;
import dev.trivium.molecular.screening.Watch;
import java.util.Locale;

/** Shows how many rows are answered. */
final class ScreeningProgress implements Watch {

    private final Session session;
    private final long start = System.nanoTime();

    ScreeningProgress(Session session) {
        this.session = session;
    }

    @Override
    public void answered(Answered answered) {
        double seconds = (System.nanoTime() - start) / 1e9;
        session.status().show(() -> String.format(Locale.ROOT, "%,d rows answered, %,d refused, %,.0f rows/s", answered.rows(),
                answered.refused(), answered.rows() / Math.max(1e-9, seconds)));
    }

    @Override
    public boolean cancelled() {
        return session.interruption().requested();
    }
}
