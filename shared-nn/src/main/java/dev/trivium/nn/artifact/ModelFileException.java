package dev.trivium.nn.artifact;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of tensors was refused; the message reads {@code <path>: <entry>: <rule>}. */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The file, or the label of a buffer. */
    private final String path;
    /** The entry at fault. */
    private final String entry;

    ModelFileException(String path, String entry, String rule, @Nullable Throwable cause) {
        super(path + ": " + TextQuote.of(entry) + ": " + TextQuote.message(rule), cause);
        this.path = path;
        this.entry = entry;
    }

    /**
     * A refusal by code that reads a model file's contents, such as a model that does not know its kind.
     *
     * @param path  the file
     * @param entry the entry at fault, such as {@code spec.json}
     * @param rule  what must hold and what was found: {@code <argument> must <rule>, got <value>}
     */
    public ModelFileException(Path path, String entry, String rule) {
        this(path.toString(), entry, rule, null);
    }

    /** {@return the file that was refused, or the label of a buffer} */
    public String path() {
        return path;
    }

    /** {@return the entry at fault; {@code file} when it is the file as a whole} */
    public String entry() {
        return entry;
    }
}
