package dev.trivium.cli.replay;

import dev.trivium.cli.record.FileFact;
import java.nio.file.Path;

/**
 * A file of a record and where it was found.
 *
 * @param fact what the record says of it
 * @param path a file that is the same
 */
record Resolved(FileFact fact, Path path) {}
