package dev.trivium.data.csv;

import java.io.IOException;
import java.nio.file.Path;

/** A CSV file that cannot be read, or not in one way only. The message starts with the file and, where there is one, the line. */
public final class CsvFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    CsvFormatException(Path path, long line, String message) {
        super(path + ":" + line + ": " + ShownText.of(message));
        this.line = line;
    }

    CsvFormatException(Path path, String message) {
        super(path + ": " + ShownText.of(message));
        this.line = 0;
    }

    /** {@return the line, counted from 1; 0 if the whole file is meant} */
    public long line() {
        return line;
    }
}
