package dev.trivium.molecular.catalog;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataFile;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.MoleculeTable;
import dev.trivium.data.catalog.Progress;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeReading;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One set of the catalogue, read as molecules with labels. Nothing is fetched until it is read. Immutable. */
public final class MoleculeSets {

    private final DataSet set;
    private final MoleculeTable table;

    private MoleculeSets(DataSet set, MoleculeTable table) {
        this.set = set;
        this.table = table;
    }

    /** {@return all sets of the catalogue that hold molecules with labels} */
    public static List<MoleculeSets> all() {
        List<MoleculeSets> all = new ArrayList<>();
        Catalog.builtIn().all().forEach(set -> set.molecules().ifPresent(table -> all.add(new MoleculeSets(set, table))));
        return all;
    }

    /**
     * {@return the set of this name; case does not matter}
     *
     * @throws IllegalArgumentException if the catalogue has none, or does not know how to read it as molecules
     */
    public static MoleculeSets get(String name) {
        DataSet set = Catalog.builtIn().get(name);
        return new MoleculeSets(set, set.molecules().orElseThrow(() -> new IllegalArgumentException(
                "name must be a set that is read as molecules, got " + set.name() + "; see trivium data list --domain molecules")));
    }

    /** {@return what the catalogue knows of it: files, licence, citation} */
    public DataSet entry() {
        return set;
    }

    /** {@return what its labels are} */
    public TaskKind kind() {
        return switch (table.labels()) {
            case REGRESSION -> TaskKind.REGRESSION;
            case CLASSIFICATION -> TaskKind.CLASSIFICATION;
        };
    }

    /** {@return the number of published splits} */
    public int splits() {
        return table.splits().size();
    }

    /**
     * {@return all molecules: those of the one file, or else training, validation and test molecules of the first published split, in this
     * order}
     *
     * @throws IOException if a file cannot be had or read
     */
    public MoleculeSet read(DatasetCache cache, Progress progress) throws IOException {
        if (table.file().isPresent()) {
            return read(cache, table.file().get(), progress).set();
        }
        List<String> smiles = new ArrayList<>();
        List<MoleculeSet> parts = new ArrayList<>();
        for (String file : table.splits().get(0).files()) {
            parts.add(read(cache, file, progress).set());
            smiles.addAll(parts.get(parts.size() - 1).smiles());
        }
        double[] labels = parts.stream().flatMapToDouble(part -> Arrays.stream(part.labels())).toArray();
        return MoleculeSet.of(smiles, parts.get(0).tasks(), labels);
    }

    /**
     * {@return a published split, described by its number} Molecules that two of its parts share are kept, as published: see {@link MoleculeSplit#overlap}.
     *
     * @param number which one, counted from 1
     * @throws IllegalArgumentException if there is no split of this number
     * @throws IOException              if a file cannot be had or read
     */
    public MoleculeSplit split(int number, DatasetCache cache, Progress progress) throws IOException {
        if (number < 1 || number > splits()) {
            throw new IllegalArgumentException("number must be " + (splits() == 0 ? "left out, for " + set.name() + " has no published split"
                    : "between 1 and " + splits()) + ", got " + number);
        }
        MoleculeTable.Parts parts = table.splits().get(number - 1);
        return MoleculeSplit.given(read(cache, parts.train(), progress).set(), read(cache, parts.validation(), progress).set(),
                read(cache, parts.test(), progress).set(), Duplicates.ALLOW)
                .published("given " + number + " of " + splits());
    }

    /**
     * {@return those files of the data set that a cache holds, in the order of the catalogue}
     *
     * @param cache the cache; nothing is fetched
     */
    public List<Path> cached(DatasetCache cache) {
        return set.files().stream().map(file -> cache.path(set, file)).filter(Files::isRegularFile).toList();
    }

    private MoleculeReading read(DatasetCache cache, String name, Progress progress) throws IOException {
        DataFile file = set.file(name);
        Path path = cache.get(set, file, progress);
        return MoleculeFile.read(path, options(path));
    }

    private TableOptions options(Path path) throws IOException {
        TableOptions options = TableOptions.defaults().withSmiles(table.smiles());
        if (!table.tasks().isEmpty()) {
            return options.withTargets(table.tasks());
        }
        try (MoleculeRows rows = MoleculeFile.open(path, options)) {
            return options.withTargets(IntStream.range(0, rows.columns().size()).filter(column -> column != rows.smilesColumn())
                    .mapToObj(rows.columns()::get).toList());
        }
    }

    /** {@return the name in the catalogue} */
    @Override
    public String toString() {
        return set.name();
    }
}
