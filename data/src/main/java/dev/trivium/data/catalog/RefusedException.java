package dev.trivium.data.catalog;

import java.io.IOException;

/** A failure that another try would only repeat. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
