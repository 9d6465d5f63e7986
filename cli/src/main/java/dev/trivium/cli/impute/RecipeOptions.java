package dev.trivium.cli.impute;

import dev.trivium.cli.option.SettingOption;
import dev.trivium.cli.record.Reads;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.search.ImputerSpaces;
import dev.trivium.imputation.fgatt.Architecture;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.imputation.graph.NodeLayout;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which imputer, and where its setting is not the standard one. */
final class RecipeOptions {

    private static final String FGATT = "fgatt";

    @Reads
    @Option(names = "--model", paramLabel = "MODEL", defaultValue = FGATT, completionCandidates = ModelNames.class,
            description = "${COMPLETION-CANDIDATES}; fgatt by default.")
    private String model = FGATT;

    @Option(names = "--window", paramLabel = "T", description = "Steps that FGATT sees at once; 24 by default.")
    private @Nullable Integer window;

    @Option(names = "--width", paramLabel = "D", description = "Width of FGATT, a multiple of its 4 heads; 32 by default.")
    private @Nullable Integer width;

    @Option(names = "--nodes", paramLabel = "TEXT",
            description = "What stands between node and channel in a column's name, such as the dot in n07.temp; without it every column is a"
                    + " node of its own.")
    private String nodes = "";

    @Option(names = "--edges", paramLabel = "KIND", converter = Kinds.class,
            description = "learned (default): FGATT's graph of every window; given: that of --adjacency or --places; joined: both; none: no graph;"
                    + " random: the same random one always.")
    private GraphSettings.@Nullable Kind edges;

    @Mixin
    private GivenGraph given = new GivenGraph();

    @Option(names = "--calendar", description = "Tell FGATT the time of day and the day of the week.")
    private boolean calendar;

    @Option(names = "--epochs", paramLabel = "N", description = "Most epochs; the model's own number by default.")
    private @Nullable Integer epochs;

    @Mixin
    private SettingOption settings = new SettingOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    String model() {
        return model;
    }

    OptionalInt epochs() {
        return epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs);
    }

    /** {@return the recipe for some data; what is wrong with it is a matter of usage} */
    ImputerSpec recipe(SeriesSet series) throws IOException {
        given.check(edges == GraphSettings.Kind.GIVEN || edges == GraphSettings.Kind.LEARNED_AND_GIVEN);
        if (epochs != null && epochs < 1) {
            throw refused("--epochs must be at least 1, got " + epochs);
        }
        try {
            ImputerSpec named = NamedImputers.of(model);
            if (named instanceof FgattSpec fgatt) {
                return set(changed(fgatt, series.names()), series);
            }
            if (window != null || width != null || !nodes.isEmpty() || edges != null || given.isGiven() || calendar || epochs != null) {
                throw refused("--window, --width, --nodes, --edges, --calendar and --epochs must be used with fgatt, got " + model);
            }
            return set(named, series);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ImputerSpec set(ImputerSpec recipe, SeriesSet series) {
        return settings.apply(recipe, () -> ImputerSpaces.of(recipe, series.width(), series.length()));
    }

    private FgattSpec changed(FgattSpec fgatt, List<String> names) throws IOException {
        Architecture network = fgatt.architecture().withCalendar(calendar);
        if (window != null) {
            network = network.withWindow(window);
        }
        if (width != null) {
            network = network.withSizes(width, network.heads(), 2 * width, network.layers());
        }
        FgattSpec changed = fgatt.withArchitecture(network).withSeparator(nodes);
        if (edges == null) {
            return changed;
        }
        GraphSettings graph = changed.graph().withKind(edges);
        NodeLayout layout = nodes.isEmpty() ? NodeLayout.columns(names) : NodeLayout.split(names, nodes);
        return graph.needsGiven() ? changed.withGraph(graph, given.weights(layout.nodes())) : changed.withGraph(graph);
    }

    /** Refuses settings beside a fitted imputer, which has its own. */
    void requireNone(String fitted) {
        if (window != null || width != null || !nodes.isEmpty() || edges != null || given.isGiven() || calendar || epochs != null
                || settings.isUsed()) {
            throw refused("--window, --width, --nodes, --edges, --calendar, --epochs and --set are those of the fitted imputer " + fitted
                    + "; leave them out");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reads the kinds of graphs. */
    static final class Kinds implements ITypeConverter<GraphSettings.Kind> {
        @Override
        public GraphSettings.Kind convert(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "learned" -> GraphSettings.Kind.LEARNED;
                case "given" -> GraphSettings.Kind.GIVEN;
                case "joined" -> GraphSettings.Kind.LEARNED_AND_GIVEN;
                case "none" -> GraphSettings.Kind.NONE;
                case "random" -> GraphSettings.Kind.RANDOM;
                default -> throw new TypeConversionException("must be learned, given, joined, none or random, got " + text);
            };
        }
    }
}
