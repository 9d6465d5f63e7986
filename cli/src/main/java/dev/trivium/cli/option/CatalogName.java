package dev.trivium.cli.option;

import dev.trivium.data.catalog.Catalog;

/** Names of data sets that the catalogue does not have. */
final class CatalogName {

    private CatalogName() {}

    /** {@return that the catalogue has no such data set, with what is said of similar names} */
    static String unknown(String name) {
        try {
            return Catalog.builtIn().get(name).name();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).replace("name must be a data set of the catalogue", "no data set of that name in the catalogue");
        }
    }
}
