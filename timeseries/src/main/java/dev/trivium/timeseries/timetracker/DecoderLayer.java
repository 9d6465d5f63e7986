package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of one decoder layer.
 *
 * <ul>
 * <li>{@code attention.norm.weight} (d) of ones;
 * <li>{@code attention.input.weight} (3 d, d), {@code attention.input.bias} (3 d): queries, keys and values one below the other;
 * <li>{@code attention.output.weight} (d, d), {@code attention.output.bias} (d);
 * <li>{@code attention.same} (h), {@code attention.cross} (h): the biases u and v of keys of the same and of another variate;
 * <li>{@code experts.norm.weight} (d) of ones;
 * <li>{@code experts.centroids} (n_p, d): G; {@code experts.balance} (n_p): b, a buffer of zeros;
 * <li>{@code experts.shared.first.weight} (n_s d_e, d), {@code .bias} (n_s d_e), {@code experts.shared.second.weight} (d, n_s d_e),
 *     {@code .bias} (n_s, d): the shared experts side by side; absent if there are none;
 * <li>{@code experts.private.first.weight} (n_p, d_e, d), {@code .bias} (n_p, d_e), {@code experts.private.second.weight}
 *     (n_p, d, d_e), {@code .bias} (n_p, d);
 * <li>with normalisation after: {@code attention.norm.bias} and {@code experts.norm.bias} (d) of zeros.
 * </ul>
 *
 * <p>Ours: all weights and biases start uniform on ±1/√in, except that weights and biases of what is added to the residual stream
 * ({@code attention.output} and both {@code second}) are smaller by √(2 layers), so that the stream starts with about unit variance at
 * any depth.
 */
final class DecoderLayer {

    /** How many tensors {@link #tensors} holds. */
    static final int TENSORS = 20;

    private final TimeTrackerSettings settings;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Tensor balance;

    DecoderLayer(TimeTrackerSettings settings, Parameters parameters) {
        this.settings = settings;
        ExpertSettings experts = settings.experts();
        Parameters attention = parameters.child("attention");
        addNorm(attention);
        addProjections(attention);
        Parameters own = parameters.child("experts");
        addNorm(own);
        tensors.add(own.add("centroids", Initial.fanIn(settings.width()), experts.experts(), settings.width()));
        balance = own.buffer("balance", new double[experts.experts()], experts.experts());
        tensors.add(balance);
        addShared(own);
        addPrivate(own.child("private"));
        Initial bias = settings.switches().normalBias() ? Initial.normal(1) : Initial.zeros();
        tensors.add(attention.add("same", bias, settings.heads()));
        tensors.add(attention.add("cross", bias, settings.heads()));
    }

    /** {@return the layer's tensors in the order that {@link DecoderScript} reads} */
    List<Tensor> tensors() {
        return tensors;
    }

    /** {@return b, (n_p)} */
    Tensor balance() {
        return balance;
    }

    private void addNorm(Parameters own) {
        int width = settings.width();
        tensors.add(own.add("norm.weight", Initial.ones(), width));
        tensors.add(normBias(settings, own));
    }

    /** {@return the bias of a normalisation; root mean square normalisation has none, zeros stand in for it} */
    static Tensor normBias(TimeTrackerSettings settings, Parameters own) {
        int width = settings.width();
        return settings.switches().norm() == DecoderSwitches.Norm.AFTER
                ? own.add("norm.bias", Initial.zeros(), width)
                : own.constant(new double[width], width);
    }

    private void addProjections(Parameters own) {
        int width = settings.width();
        tensors.add(own.add("input.weight", Initial.fanIn(width), 3L * width, width));
        tensors.add(own.add("input.bias", Initial.fanIn(width), 3L * width));
        tensors.add(own.add("output.weight", residual(width), width, width));
        tensors.add(own.add("output.bias", residual(width), width));
    }

    private void addShared(Parameters own) {
        int width = settings.width();
        int shared = settings.experts().shared();
        int hidden = settings.experts().hidden();
        if (shared == 0) {
            for (int i = 0; i < 4; i++) {
                tensors.add(own.constant(new double[0], 0, width)); // no rows: the computation leaves shared experts out
            }
            return;
        }
        Parameters all = own.child("shared");
        long units = (long) shared * hidden;
        tensors.add(all.add("first.weight", Initial.fanIn(width), units, width));
        tensors.add(all.add("first.bias", Initial.fanIn(width), units));
        tensors.add(all.add("second.weight", residual(hidden), width, units));
        tensors.add(all.add("second.bias", residual(hidden), shared, width));
    }

    private void addPrivate(Parameters all) {
        int width = settings.width();
        int experts = settings.experts().experts();
        int hidden = settings.experts().hidden();
        tensors.add(all.add("first.weight", Initial.fanIn(width), experts, hidden, width));
        tensors.add(all.add("first.bias", Initial.fanIn(width), experts, hidden));
        tensors.add(all.add("second.weight", residual(hidden), experts, width, hidden));
        tensors.add(all.add("second.bias", residual(hidden), experts, width));
    }

    private Initial residual(int fanIn) {
        return Initial.uniform(1 / Math.sqrt(2.0 * settings.layers() * fanIn));
    }
}
