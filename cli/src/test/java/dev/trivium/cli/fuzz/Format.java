package dev.trivium.cli.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** One format of files that the product reads. */
interface Format {

    /** {@return the name under which its figures stand} */
    String name();

    /** {@return how names of such files end} */
    default String ending() {
        return "";
    }

    /** {@return sound files of the format} */
    List<byte[]> seeds() throws IOException;

    /** {@return a file that is a little different; checksums are right again in most of them} */
    byte[] mutate(byte[] file, SplittableRandom random) throws IOException;

    /** {@return whether the file gets past the outer parser: container, checksums, JSON or table syntax} */
    boolean pastOuter(Path file, byte[] bytes) throws IOException;

    /**
     * Reads it as a user would.
     *
     * @throws IOException the one allowed refusal; its message names the file
     */
    Opened open(Path file) throws IOException;

    /** What was read, to be used. */
    interface Opened extends AutoCloseable {

        /**
         * {@return numbers, all finite}
         *
         * @throws IllegalArgumentException the allowed refusal of what cannot be answered
         */
        double[] answer();

        @Override
        default void close() {}
    }

    /** What has nothing more to be asked. */
    static Opened read(double... numbers) {
        return () -> numbers;
    }
}
