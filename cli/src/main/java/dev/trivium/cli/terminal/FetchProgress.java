package dev.trivium.cli.terminal;

import dev.trivium.data.catalog.DataFile;
import dev.trivium.data.catalog.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Shows how the files of a data set arrive. */
public final class FetchProgress implements Progress {

    private final Session session;

    /** @param session where it is shown */
    public FetchProgress(Session session) {
        this.session = session;
    }

    @Override
    public void arrived(DataFile file, long bytes) {
        session.status().show(() -> file.name() + ": " + Sizes.text(bytes)
                + (file.bytes() > 0 ? String.format(Locale.ROOT, " of %s (%.0f %%)", Sizes.text(file.bytes()), 100.0 * bytes / file.bytes()) : ""));
    }

    @Override
    public void retrying(DataFile file, String reason, Duration pause) {
        session.status().print(file.name() + ": " + reason + "; trying again in " + Durations.text(pause.toMillis() / 1e3));
    }

    @Override
    public void waiting(Path lock) {
        session.status().print("waiting for another process that is fetching this data set (it holds " + lock + ")");
    }
}
