package dev.trivium.cli.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a replay makes and takes away. */
final class Folders {

    private Folders() {}

    /** Removes a folder that we made; a file that is still in use on Windows stays for the system to tidy up. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            leave(folder);
        }
    }

    private static void leave(Path folder) {
        try {
            folder.toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            return; // the process is ending already
        }
    }

    /** Gives a file the name that it had: as a link, or a copy where there are no links. */
    static Path named(Path file, Path folder, String name) throws IOException {
        Path link = folder.resolve(name);
        try {
            return Files.createSymbolicLink(link, file.toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            return Files.copy(file, link);
        }
    }
}
