package dev.trivium.reproduce.fgatt;

import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.fgatt.Architecture;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.fgatt.Hiding;
import dev.trivium.imputation.fgatt.Order;
import dev.trivium.imputation.fgatt.Recipe;
import dev.trivium.imputation.graph.GraphScore;
import dev.trivium.imputation.graph.GraphSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of the tables: simple methods, FGATT with three graphs, and FGATT changed in one place. */
enum Method {
    MEAN("mean", Kind.SIMPLE),
    LAST("last", Kind.SIMPLE),
    LINEAR("linear", Kind.SIMPLE),
    NEAREST_NODES("nearest-nodes", Kind.SIMPLE),
    MATRIX_FACTORISATION("matrix-factorisation", Kind.SIMPLE),
    RIDGE_AR("ridge-ar", Kind.SIMPLE),
    FGATT("fgatt", Kind.MODEL),
    NO_GRAPH("fgatt-no-graph", Kind.MODEL),
    RANDOM_GRAPH("fgatt-random-graph", Kind.MODEL),
    KERNEL("kernel", Kind.ABLATION),
    GRANULE_LOWER_KD("granule-lower-kd", Kind.ABLATION),
    GRANULE_LOWER_LUK_MEAN_K("granule-lower-luk-mean-k", Kind.ABLATION),
    HISTORY("history", Kind.ABLATION),
    SANDWICH("sandwich", Kind.ABLATION),
    PARALLEL("parallel", Kind.ABLATION),
    NO_MASK_CHANNEL("no-mask-channel", Kind.ABLATION),
    NO_RESIDUAL("no-residual", Kind.ABLATION),
    BETA_0("beta-0", Kind.ABLATION),
    BETA_1("beta-1", Kind.ABLATION),
    CALENDAR("calendar", Kind.ABLATION),
    CALENDAR_NO_GRAPH("calendar-no-graph", Kind.ABLATION);

    /** The parts of a table. */
    enum Kind { SIMPLE, MODEL, ABLATION }

    private static final long RANDOM_EDGES = 7;

    private final String title;
    private final Kind kind;

    Method(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    static Method parse(String text) {
        return Arrays.stream(values()).filter(m -> m.title.equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("methods must be among "
                        + Arrays.stream(values()).map(Method::title).toList() + ", got " + text));
    }

    static List<Method> of(Kind kind) {
        return Arrays.stream(values()).filter(method -> method.kind == kind).toList();
    }

    /** {@return the name in files and options} */
    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** {@return whether another seed gives other answers} */
    boolean isRandom() {
        return kind != Kind.SIMPLE || NamedImputers.isRandom(title);
    }

    /** {@return the recipe; those of one study differ from its FGATT in one place} */
    ImputerSpec spec(Study study) {
        if (kind == Kind.SIMPLE) {
            return NamedImputers.of(title);
        }
        FgattSpec whole = study == Study.WIRELESS ? wireless() : aqi36();
        Architecture architecture = whole.architecture();
        return switch (this) {
            case NO_GRAPH -> whole.withGraph(whole.graph().withKind(GraphSettings.Kind.NONE));
            case RANDOM_GRAPH -> whole.withGraph(whole.graph().random(RANDOM_EDGES));
            case KERNEL -> whole.withGraph(whole.graph().withScore(GraphScore.KERNEL));
            case GRANULE_LOWER_KD -> whole.withGraph(whole.graph().withScore(GraphScore.GRANULE_LOWER_KD));
            case GRANULE_LOWER_LUK_MEAN_K -> whole.withGraph(whole.graph().withScore(GraphScore.GRANULE_LOWER_LUK_MEAN_K));
            case HISTORY -> whole.withGraph(whole.graph().withScore(GraphScore.HISTORY));
            case SANDWICH -> whole.withArchitecture(architecture.withOrder(Order.SANDWICH));
            case PARALLEL -> whole.withArchitecture(architecture.withOrder(Order.PARALLEL));
            case NO_MASK_CHANNEL -> whole.withArchitecture(architecture.withMaskChannel(false));
            case NO_RESIDUAL -> whole.withArchitecture(architecture.withResidual(false));
            case BETA_0 -> whole.withRecipe(whole.recipe().withVisible(0));
            case BETA_1 -> whole.withRecipe(whole.recipe().withVisible(1));
            case CALENDAR -> whole.withArchitecture(architecture.withCalendar(true));
            case CALENDAR_NO_GRAPH -> whole.withArchitecture(architecture.withCalendar(true))
                    .withGraph(whole.graph().withKind(GraphSettings.Kind.NONE));
            default -> whole;
        };
    }

    /** The standard network; a third of its steps, for the time that thirty fits take. */
    private static FgattSpec wireless() {
        return FgattSpec.standard().withRecipe(Recipe.standard().withSteps(8, 50).withEpochs(8, 8));
    }

    /** Sizes and window of published comparisons on AQI-36; points and runs hidden, as the published mask has them. */
    private static FgattSpec aqi36() {
        return FgattSpec.standard()
                .withArchitecture(Architecture.standard().withSizes(64, 4, 128, 2).withWindow(36).withCalendar(true))
                .withHiding(Hiding.standard().withOutages(0).withStreaming(0))
                .withRecipe(new Recipe(1e-3, 16, 100, 8, 8, 0.1));
    }
}
