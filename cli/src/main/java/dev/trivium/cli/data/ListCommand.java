package dev.trivium.cli.data;

import dev.trivium.cli.option.CacheOptions;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Domain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the data sets of the catalogue. */
@Command(
        name = "list",
        header = "List the data sets of the catalogue.",
        description = {"", "Those marked * can be given to --data by name: they are read as one series, or as molecules."},
        footer = {"", "Examples", "  trivium data list", "  trivium data list --domain forecasting", "  trivium data list --json"})
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable Domain domain;

    @Mixin
    private CacheOptions options = new CacheOptions();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        DatasetCache cache = options.cache();
        List<DataSet> sets = Catalog.builtIn().all().stream().filter(set -> domain == null || set.domain() == domain)
                .sorted(Comparator.comparing(DataSet::domain)).toList();
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (DataSet set : sets) {
                all.add(SetText.json(set, cache));
            }
            Json.print(session, Map.of("sets", all));
            return 0;
        }
        int width = sets.stream().mapToInt(set -> set.name().length()).max().orElse(0);
        Domain last = null;
        for (DataSet set : sets) {
            if (set.domain() != last) {
                session.out().println((last == null ? "" : System.lineSeparator()) + set.domain().label());
                last = set.domain();
            }
            session.out().println(String.format(Locale.ROOT, "  %-" + width + "s %s  %-7s %9s  %s", set.name(),
                    set.reading().isPresent() || set.molecules().isPresent() ? "*" : " ", cache.holds(set) ? "cached" : "", SetText.size(set), set.title()));
        }
        session.out().flush();
        return 0;
    }
}
