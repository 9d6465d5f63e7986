package dev.trivium.data.catalog;

import java.time.Duration;

/**
 * Patience of a {@link Downloader}.
 *
 * @param connect   longest wait for a connection
 * @param stall     longest wait for the next byte, or for the answer to begin
 * @param tries     tries in a row that bring nothing new before giving up
 * @param firstWait pause after the first failed try; it doubles with each further one, up to half a minute
 */
public record DownloadPolicy(Duration connect, Duration stall, int tries, Duration firstWait) {

    /** Checks the values. */
    public DownloadPolicy {
        if (connect.isZero() || connect.isNegative() || stall.isZero() || stall.isNegative() || firstWait.isNegative()) {
            throw new IllegalArgumentException("connect and stall must be positive and firstWait not negative, got connect=" + connect
                    + ", stall=" + stall + ", firstWait=" + firstWait);
        }
        if (tries < 1) {
            throw new IllegalArgumentException("tries must be at least 1, got " + tries);
        }
    }

    /** Twenty seconds to connect, thirty for the next byte, five tries, pauses from half a second. */
    public static DownloadPolicy standard() {
        return new DownloadPolicy(Duration.ofSeconds(20), Duration.ofSeconds(30), 5, Duration.ofMillis(500));
    }

    /** {@return the pause after a number of failed tries in a row} */
    Duration pause(int failures) {
        Duration longest = Duration.ofSeconds(30);
        Duration pause = firstWait.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
