package dev.trivium.reproduce.timetracker.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder with real data beside the repository. */
final class Shared {

    private Shared() {}

    /** {@return the folder; the test is skipped without it} */
    static Path data() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared").resolve("data")).filter(Files::isDirectory).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: ../shared is absent");
        return found.orElseThrow();
    }
}
