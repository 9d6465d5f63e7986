package dev.trivium.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a command says about itself while it runs, for the record of the run. Not for several threads. */
public final class Trail {

    private final List<FileFact> files = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Object> facts = new TreeMap<>();
    private String device = "cpu";
    private boolean followed;
    private @Nullable RunRecord concluded;

    /** A command that has not begun. */
    public Trail() {}

    /**
     * A file is about to be read. One that is not there is for its reader to refuse.
     *
     * @param option the option that names it
     */
    public void reads(String option, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            add(FileFact.of(option, file, false));
        }
        names.put(file.toString(), String.valueOf(file.getFileName()));
    }

    /** A file of a data set of the catalogue was read. */
    public void readsFromCatalogue(String option, Path file) throws IOException {
        add(FileFact.of(option, file, true));
    }

    private void add(FileFact file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    /** What was read, as the program sees it: the hash says whether it was understood alike. */
    public void data(String name, String sha256) {
        fact("data", name, sha256);
    }

    /** How the data were divided: one of the parts, or a sentence on all. */
    public void split(String part, Object text) {
        fact("split", part, text);
    }

    /** A method with all its settings, whether typed or not: a change of defaults shows here. */
    public void recipe(String name, Object settings) {
        String text = settings.toString();
        for (Map.Entry<String, String> file : names.entrySet()) {
            text = text.replace(file.getKey(), file.getValue());
        }
        fact("recipes", name, text);
    }

    /** Weights that come with the program. */
    public void shipped(String name, String sha256) {
        fact("shipped", name, sha256);
    }

    private void fact(String kind, String name, Object value) {
        @SuppressWarnings("unchecked")
        Map<String, Object> all = (Map<String, Object>) facts.computeIfAbsent(kind, key -> new TreeMap<String, Object>());
        all.put(name, value);
    }

    /** A training has this seed. */
    public void seed(long seed) {
        @SuppressWarnings("unchecked")
        List<Long> seeds = (List<Long>) facts.computeIfAbsent("seeds", key -> new ArrayList<Long>());
        if (!seeds.contains(seed)) {
            seeds.add(seed);
        }
    }

    /** Where models compute, as chosen by the machine if the user did not. */
    public void device(String chosen) {
        device = chosen;
    }

    List<FileFact> files() {
        return files;
    }

    Map<String, Object> facts() {
        return facts;
    }

    String device() {
        return device;
    }

    /** From now on a record is made even where nobody asks for a file of it. */
    public void follow() {
        followed = true;
    }

    /** {@return whether somebody wants the record of the run} */
    public boolean isFollowed() {
        return followed;
    }

    void conclude(RunRecord record) {
        concluded = record;
    }

    /** {@return the record of the run, once it has ended} */
    public Optional<RunRecord> concluded() {
        return Optional.ofNullable(concluded);
    }
}
