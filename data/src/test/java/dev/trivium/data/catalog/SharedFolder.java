package dev.trivium.data.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code shared} beside the checkout, or the one named by {@code TRIVIUM_SHARED}; it is not everywhere. */
final class SharedFolder {

    private SharedFolder() {}

    static Optional<Path> find() {
        String named = System.getenv("TRIVIUM_SHARED");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".ci"))) {
                return Optional.of(at.resolveSibling("shared")).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
