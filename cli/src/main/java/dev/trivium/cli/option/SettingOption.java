package dev.trivium.cli.option;

import dev.trivium.nn.search.Tunable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settings of a model by name, as a search found them. */
public final class SettingOption {

    @Option(names = "--set", paramLabel = "NAME=VALUE", split = ",",
            description = "Settings that are not the standard ones, such as rate=2e-3,batch=16: those that the search command finds, and with"
                    + " --show-space lists.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public SettingOption() {}

    /**
     * {@return the recipe with the settings}
     *
     * @param tunable the recipe's space; asked for where something is set only, as not every model has one
     * @throws ParameterException if the model has no such setting or does not take such a value
     */
    public <S> S apply(S recipe, Supplier<Tunable<S>> tunable) {
        if (settings.isEmpty()) {
            return recipe;
        }
        try {
            return tunable.get().with(settings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
        }
    }

    /** {@return whether something is set} */
    public boolean isUsed() {
        return !settings.isEmpty();
    }
}
