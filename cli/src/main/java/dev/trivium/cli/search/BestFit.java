package dev.trivium.cli.search;

import dev.trivium.cli.terminal.Interruption;
import dev.trivium.cli.terminal.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Fits the best settings as the fit command does, in a process that keeps to the memory. One that was stopped goes on from its checkpoint. */
final class BestFit {

    private static final String LOG = "best.log";
    private static final String BEGUN = "best.txt";
    private static final long PAUSE_MILLIS = 50;

    private final Path folder;
    private final Path out;
    private final List<String> words;

    /**
     * @param folder of the study
     * @param out    the model's file
     * @param words  of the fit command, {@code --out} with that file among them
     */
    BestFit(Path folder, Path out, List<String> words) {
        this.folder = folder;
        this.out = out;
        this.words = List.copyOf(words);
    }

    void run(Interruption interruption, long heap) throws IOException {
        List<String> all = begin();
        Path log = folder.resolve(LOG);
        Files.deleteIfExists(log);
        Child child = Child.start(all, heap, log, ProcessBuilder.Redirect.DISCARD);
        try {
            while (!child.ended() && !interruption.requested()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!child.ended() || child.wasAskedToEnd()) {
            child.ask();
            child.end();
            throw new CancellationException("the fit of the best settings was stopped; to go on, repeat the command with the same --out");
        }
        if (child.process().exitValue() != 0) {
            throw new IOException("--best could not be fitted: " + child.reason(heap) + "; see " + log);
        }
        Files.deleteIfExists(folder.resolve(BEGUN));
    }

    /** {@return the words, with those that go on from a checkpoint of the same fit; one of settings that are no longer the best is taken away} */
    List<String> begin() throws IOException {
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        Path begun = folder.resolve(BEGUN);
        List<String> before = Files.exists(begun) ? Files.readAllLines(begun) : List.of();
        List<String> all = new ArrayList<>(words);
        if (Files.exists(checkpoint) && before.equals(words)) {
            all.addAll(List.of("--resume", checkpoint.toString()));
        } else if (before.contains(out.toString())) { // one that this search did not begin is for the fit to refuse
            Files.deleteIfExists(checkpoint);
        }
        TextFile.write(begun, String.join("\n", words) + "\n");
        return all;
    }
}
