package dev.trivium.data.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code ../shared/data} beside the repository, or {@code $TRIVIUM_SHARED/data}; tests are skipped where it is absent. */
public final class SharedData {

    private SharedData() {}

    public static Path file(String name) {
        Optional<Path> shared = folder();
        Assumptions.assumeTrue(shared.isPresent(), "skipped: ../shared is absent");
        return shared.orElseThrow().resolve("data").resolve(name);
    }

    private static Optional<Path> folder() {
        String stated = System.getenv("TRIVIUM_SHARED");
        if (stated != null) {
            return Optional.of(Path.of(stated)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".ci")) || Files.isDirectory(folder.resolve("shared-nn"))) {
                return Optional.of(folder.resolveSibling("shared")).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
