package dev.trivium.data.importer;

import dev.trivium.data.csv.ShownText;
import java.io.IOException;

/** A log that is not of the format it was read as. The message starts with the path and, where there is one, the line. */
public final class ImportException extends IOException {

    private static final long serialVersionUID = 1L;

    ImportException(String place, String message) {
        super(place + ": " + ShownText.of(message));
    }
}
