package dev.trivium.data.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The step from a checked {@code .part} file to the file itself. */
final class Published {

    private Published() {}

    /** {@return the name under which a file grows} */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Forces the content to disk and gives it its own name, in place of any former file of that name. */
    static void as(Path part, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING); // a file system without atomic renames
        }
    }
}
