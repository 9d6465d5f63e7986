package dev.trivium.data.catalog;

import java.io.IOException;
import java.time.Duration;

/** A server that asks for another try later, and perhaps says when. */
final class BusyException extends IOException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    BusyException(String message, Duration wait) {
        super(message);
        this.wait = wait;
    }

    /** {@return the pause the server asks for; zero if it does not say} */
    Duration asked() {
        return wait;
    }
}
