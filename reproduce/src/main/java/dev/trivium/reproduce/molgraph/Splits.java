package dev.trivium.reproduce.molgraph;

import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.molecular.catalog.MoleculeSets;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import java.io.IOException;
import java.util.List;

/** The splits of a data set: the three published ones, which are random, and a scaffold split of the same molecules. */
final class Splits {

    static final String SCAFFOLD = "scaffold";

    private static final List<String> NAMES = List.of("1", "2", "3", SCAFFOLD);

    private final DatasetCache cache;

    Splits(DatasetCache cache) {
        this.cache = cache;
    }

    MoleculeSplit of(Benchmark benchmark, String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("splits must be among " + NAMES + ", got " + name);
        }
        MoleculeSets set = MoleculeSets.get(benchmark.folder() + "_splits");
        return name.equals(SCAFFOLD)
                ? MoleculeSplit.scaffold(set.read(cache, Progress.none()), Shares.standard())
                : set.split(Integer.parseInt(name), cache, Progress.none());
    }
}
