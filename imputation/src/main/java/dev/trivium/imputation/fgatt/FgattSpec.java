package dev.trivium.imputation.fgatt;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.graph.GraphScore;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.NodeWeights;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FGATT: a recipe.
 *
 * <p>One network serves whole series and streams: trained with {@link Hiding#streaming}, it has seen windows that end now.
 *
 * @param architecture shape of the network
 * @param graph which nodes attend to which; {@code NONE} leaves the Transformer over time alone
 * @param hiding what is hidden during training
 * @param recipe how it is trained
 * @param separator what stands between node and channel in a column's name, as the dot in {@code n07.temp}; empty: every column is a node
 * @param stride rows between the starts of the windows that {@code fill} averages over, between 1 and the window
 * @param given the given graph, for the kinds of graph that need one; else null
 */
public record FgattSpec(Architecture architecture, GraphSettings graph, Hiding hiding, Recipe recipe, String separator, int stride,
        @Nullable NodeWeights given) implements ImputerSpec {

    /** Checks the stride and the given graph. */
    public FgattSpec {
        Rules.between("stride", 1, architecture.window(), stride);
        if (graph.needsGiven() != (given != null)) {
            throw new IllegalArgumentException("given must be there for a graph of kind GIVEN or LEARNED_AND_GIVEN and for no other, got "
                    + (given == null ? "none" : "one") + " for " + graph.kind());
        }
    }

    /**
     * {@return a setting that fits a hundred nodes within minutes on one core}
     *
     * <p>Its graph joins the kernel of the window with the correlations of the training data: of a node that is out for a whole window the window
     * shows nothing that a neighbour could be found by.
     */
    public static FgattSpec standard() {
        return new FgattSpec(Architecture.standard(), GraphSettings.standard().withScore(GraphScore.KERNEL_TIMES_HISTORY), Hiding.standard(), Recipe.standard(), "", 1, null);
    }

    /** {@return a setting of the effort that published comparisons spend: width 64, many epochs} */
    public static FgattSpec thorough() {
        return standard().withArchitecture(Architecture.standard().withSizes(64, 4, 128, 2)).withRecipe(Recipe.thorough());
    }

    @Override
    public String name() {
        return SavedFgatt.KIND;
    }

    /** {@return this recipe with another network; the stride is cut to its window} */
    public FgattSpec withArchitecture(Architecture other) {
        return new FgattSpec(other, graph, hiding, recipe, separator, Math.min(stride, other.window()), given);
    }

    /** {@return this recipe with another graph, one that needs no given one} */
    public FgattSpec withGraph(GraphSettings other) {
        return new FgattSpec(architecture, other, hiding, recipe, separator, stride, null);
    }

    /** {@return this recipe with a graph that is given, or joined with one; the nodes are in the order of the columns} */
    public FgattSpec withGraph(GraphSettings other, NodeWeights weights) {
        return new FgattSpec(architecture, other, hiding, recipe, separator, stride, weights);
    }

    /** {@return this recipe, hiding otherwise during training} */
    public FgattSpec withHiding(Hiding other) {
        return new FgattSpec(architecture, graph, other, recipe, separator, stride, given);
    }

    /** {@return this recipe, trained otherwise} */
    public FgattSpec withRecipe(Recipe other) {
        return new FgattSpec(architecture, graph, hiding, other, separator, stride, given);
    }

    /** {@return this recipe for columns named node, separator, channel; an empty one makes every column a node} */
    public FgattSpec withSeparator(String other) {
        return new FgattSpec(architecture, graph, hiding, recipe, other, stride, given);
    }

    /** {@return this recipe, filling with windows of another stride} */
    public FgattSpec withStride(int other) {
        return new FgattSpec(architecture, graph, hiding, recipe, separator, other, given);
    }

    /** {@return which columns are which channel of which node} */
    public NodeLayout layoutOf(List<String> names) {
        return layout(names);
    }

    NodeLayout layout(List<String> names) {
        return separator.isEmpty() ? NodeLayout.columns(names) : NodeLayout.split(names, separator);
    }

    @Override
    public FgattImputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training)
            throws IOException {
        return FgattFitting.fit(this, train, validation, calibration, training);
    }

    @Override
    public FgattImputer fit(TrainingView train, ValidationView validation, Training training) throws IOException {
        return fit(train, validation, Optional.empty(), training);
    }

    @Override
    public FgattImputer fit(Split split, Training training) throws IOException {
        return fit(split.train(), split.validation(), split.calibration(), training);
    }
}
