package dev.trivium.molecular.table;

import dev.trivium.data.csv.ShownText;
import java.io.IOException;
import java.nio.file.Path;

/** A file of molecules that cannot be understood. The message starts with the file and, where there is one, the line. */
public final class MoleculeFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    MoleculeFormatException(Path path, long line, String message) {
        super(path + ":" + line + ": " + ShownText.of(message));
        this.line = line;
    }

    MoleculeFormatException(Path path, String message) {
        super(path + ": " + ShownText.of(message));
        this.line = 0;
    }

    /** {@return the line, counted from 1; 0 if the whole file is meant} */
    public long line() {
        return line;
    }
}
