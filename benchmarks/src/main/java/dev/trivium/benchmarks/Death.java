package dev.trivium.benchmarks;

import dev.trivium.nn.artifact.WriteObserver;
import java.util.Locale;

/**
 * Where inside its checkpoint writes a process dies.
 *
 * @param write number of the write, from 1
 * @param bytes how many of its bytes are written by then; if it has fewer, it dies when all are, before the new file takes the old one's name
 * @param byItself whether it halts at once, or stands still until it is killed from outside
 */
record Death(int write, long bytes, boolean byItself) {

    static Death parse(String text) {
        String[] parts = text.split(":");
        return new Death(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Boolean.parseBoolean(parts[2]));
    }

    String text() {
        return String.format(Locale.ROOT, "%d:%d:%b", write, bytes, byItself);
    }

    boolean here(int writesDone, WriteObserver.Stage stage, long written) {
        return writesDone + 1 == write && (stage == WriteObserver.Stage.SYNCED || stage == WriteObserver.Stage.WRITING && written >= bytes);
    }
}
