package dev.trivium.cli.replay;

import dev.trivium.cli.record.FileFact;
import dev.trivium.data.catalog.Catalog;
import dev.trivium.nn.artifact.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the files of a record: among those that the user names, beside the record, in the current folder. Only a file with the same hash will do. */
final class FileSearch {

    private final Recorded recorded;
    private final Set<Path> given;
    private final Set<Path> unused;

    FileSearch(Recorded recorded, List<Path> given) {
        this.recorded = recorded;
        this.given = new LinkedHashSet<>(given);
        unused = new LinkedHashSet<>(given);
    }

    /**
     * {@return all files of the record but those of the catalogue}
     *
     * @throws IOException if one is absent or another than it was; the message has both hashes
     */
    List<Resolved> all() throws IOException {
        List<Resolved> found = new ArrayList<>();
        for (FileFact fact : recorded.run().files()) {
            if (!fact.catalogue()) {
                found.add(new Resolved(fact, find(fact)));
            } else {
                requireKnown(fact);
            }
        }
        if (!unused.isEmpty()) {
            throw new IOException("--data must be a file that the run read, " + names() + ", got " + unused.iterator().next());
        }
        return found;
    }

    private Path find(FileFact fact) throws IOException {
        for (Path file : given) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("--data must be a file, got " + file);
            }
        }
        for (Path file : given) {
            if (fact.isSame(file)) {
                unused.remove(file);
                return file;
            }
        }
        Optional<Path> stated = given.stream().filter(file -> String.valueOf(file.getFileName()).equals(fact.name())).findFirst()
                .or(() -> given.size() == 1 && countFiles() == 1 ? given.stream().findFirst() : Optional.empty());
        List<Path> places = stated.map(List::of).orElseGet(() -> List.of(recorded.file().toAbsolutePath().resolveSibling(fact.name()), Path.of(fact.name())));
        for (Path file : places) {
            if (Files.isRegularFile(file) && fact.isSame(file)) {
                return file;
            }
        }
        Path changed = places.stream().filter(Files::isRegularFile).findFirst().orElseThrow(() -> new IOException(fact.name()
                + ", which the run read, must be beside " + recorded.file() + " or in this folder, or be named with --data; it has SHA-256 " + fact.sha256()));
        throw new IOException(changed + " must be the file that the run read, with SHA-256 " + fact.sha256() + " (" + fact.bytes() + " bytes), got "
                + Sha256.of(changed) + " (" + Files.size(changed) + " bytes)");
    }

    private long countFiles() {
        return recorded.run().files().stream().filter(fact -> !fact.catalogue()).count();
    }

    private List<String> names() {
        return recorded.run().files().stream().filter(fact -> !fact.catalogue()).map(FileFact::name).toList();
    }

    /** A data set of the catalogue is fetched and checked by the catalogue; its name must not stand for a file here. */
    private void requireKnown(FileFact fact) throws IOException {
        List<String> values = recorded.run().options().stream().filter(option -> option.name().equals(fact.option()))
                .flatMap(option -> option.values().stream()).toList();
        for (String value : values) {
            if (!Catalog.builtIn().contains(value)) {
                throw new IOException(recorded.file() + ": " + fact.option() + " must be a data set of the catalogue, as " + fact.name()
                        + " is a file of one, got " + value);
            }
        }
    }
}
