package dev.trivium.cli.data;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds a data set by the name that was typed; an unknown one is a matter of usage. */
final class SetName {

    private SetName() {}

    static DataSet find(CommandSpec spec, String name) {
        try {
            return Catalog.builtIn().get(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
