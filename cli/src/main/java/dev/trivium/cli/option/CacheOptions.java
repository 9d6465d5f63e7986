package dev.trivium.cli.option;

import dev.trivium.cli.record.Unrecorded;
import dev.trivium.data.catalog.DatasetCache;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data sets of the catalogue are taken from. */
public final class CacheOptions {

    @Unrecorded
    @Option(names = "--mirror", paramLabel = "DIR", description = "Look for files of the catalogue in this folder before the network.")
    private @Nullable Path mirror;

    @Unrecorded
    @Option(names = "--offline", description = "Never ask the network.")
    private boolean offline;

    /** The fields are set by the command line. */
    public CacheOptions() {}

    /** {@return the cache of this user, with mirror and network as stated} */
    public DatasetCache cache() {
        DatasetCache cache = DatasetCache.standard();
        if (mirror != null) {
            cache = cache.withMirror(mirror);
        }
        return offline ? cache.offline() : cache;
    }
}
