package dev.trivium.cli.data;

import dev.trivium.cli.option.CacheOptions;
import dev.trivium.cli.terminal.FetchProgress;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches data sets into the cache. */
@Command(
        name = "get",
        header = "Fetch data sets into the cache and print where their files lie.",
        description = {"", "Files are checked against their checksums; an interrupted download goes on where it stopped.", ""},
        footer = {"", "Examples", "  trivium data get ETTh1", "  trivium data get ETTh1 ETTh2 --mirror /mnt/datasets --offline"})
final class GetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names of data sets; see trivium data list.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private CacheOptions options = new CacheOptions();

    @Option(names = "--json", description = "Print the paths as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        DatasetCache cache = options.cache();
        List<DataSet> sets = names.stream().map(name -> SetName.find(spec, name)).toList();
        Map<String, List<String>> paths = new LinkedHashMap<>();
        for (DataSet set : sets) {
            List<Path> files = cache.all(set, new FetchProgress(session));
            session.status().clear();
            paths.put(set.name(), files.stream().map(Path::toString).toList());
        }
        if (json) {
            Json.print(session, paths);
        } else {
            paths.values().forEach(files -> files.forEach(session.out()::println));
            session.out().flush();
        }
        return 0;
    }
}
