package dev.trivium.reproduce.intervals;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The data sets, through the catalogue, and models that earlier runs fitted.
 *
 * @param cache  where the data sets are kept
 * @param models folder of fitted models
 */
record Sources(DatasetCache cache, Path models) {

    /** {@return a series by its name in the catalogue} */
    SeriesSet series(String name) throws IOException {
        return cache.read(Catalog.builtIn().get(name), Progress.none()).series();
    }

    /** {@return the file of a fit, there or not} */
    Path model(String study, String method, long seed) {
        return models.resolve(study + "-" + method + "-" + seed + ".trivium");
    }
}
