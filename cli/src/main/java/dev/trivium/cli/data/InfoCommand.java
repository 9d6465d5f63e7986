package dev.trivium.cli.data;

import dev.trivium.cli.option.CacheOptions;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.catalog.DataSet;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the catalogue knows of one data set. */
@Command(
        name = "info",
        header = "Show size, licence, citation and files of a data set.",
        footer = {"", "Examples", "  trivium data info ETTh1", "  trivium data info ETTh1 --json"})
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Name of a data set; see trivium data list.")
    private String name = "";

    @Mixin
    private CacheOptions options = new CacheOptions();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        DataSet set = SetName.find(spec, name);
        if (json) {
            Json.print(session, SetText.json(set, options.cache()));
        } else {
            SetText.report(set, options.cache()).toOut(session);
        }
        return 0;
    }
}
