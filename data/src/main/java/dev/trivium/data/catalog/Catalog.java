package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Data sets by name. Names are unique without regard to case. */
public final class Catalog {

    private static final class BuiltIn {
        private static final Catalog CATALOG = load();

        private static Catalog load() {
            try (InputStream in = Catalog.class.getResourceAsStream("catalog.json")) {
                if (in == null) {
                    throw new IOException("the jar must hold dev/trivium/data/catalog/catalog.json, got none");
                }
                return new Catalog(CatalogReader.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException("the catalogue in the jar cannot be read", e);
            }
        }
    }

    private final Map<String, DataSet> sets = new LinkedHashMap<>();

    Catalog(List<DataSet> all) {
        for (DataSet set : all) {
            DataSet former = sets.putIfAbsent(key(set.name()), set);
            if (former != null) {
                throw new IllegalArgumentException(
                        "name must be unique without regard to case, got " + former.name() + " and " + set.name());
            }
        }
    }

    /** {@return the catalogue that ships with the library} */
    public static Catalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /** {@return all data sets in the order of the catalogue: forecasting first} */
    public List<DataSet> all() {
        return List.copyOf(sets.values());
    }

    /**
     * Lists the data sets of one domain, in the order of the catalogue.
     *
     * @param domain domain to list
     */
    public List<DataSet> all(Domain domain) {
        return sets.values().stream().filter(set -> set.domain() == domain).toList();
    }

    /**
     * Tells whether there is a data set of that name.
     *
     * @param name name to look for; case does not matter
     */
    public boolean contains(String name) {
        return sets.containsKey(key(name));
    }

    /**
     * Finds a data set.
     *
     * @param name name of the data set; case does not matter
     * @throws IllegalArgumentException if there is none of that name; the message suggests similar ones
     */
    public DataSet get(String name) {
        DataSet set = sets.get(key(name));
        if (set != null) {
            return set;
        }
        List<String> similar = SimilarNames.of(name, all());
        throw new IllegalArgumentException("name must be a data set of the catalogue, got " + name
                + (similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?"));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
