package dev.trivium.data.importer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The importers. */
public final class Importers {

    private static final List<Importer> ALL = List.of(new UlbReadings(), new UlbLinks(), new UmichRss(), new RutgersNoise(), new UccLog(),
            new LteCells(), new LteKpi());

    private Importers() {}

    /** {@return all importers} */
    public static List<Importer> all() {
        return ALL;
    }

    /**
     * Finds an importer by its name.
     *
     * @param name case does not matter
     * @throws IllegalArgumentException if there is none of that name; the message lists those there are
     */
    public static Importer get(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(importer -> importer.name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format must be one of "
                        + ALL.stream().map(Importer::name).collect(Collectors.joining(", ")) + ", got " + name));
    }
}
