package dev.trivium.nn.mixture;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A multi-head mixture of experts that predicts T numbers from a vector f of width D: (B, D) → (B, T).
 *
 * <pre>
 * Q = W_q f + b_q,  G = W_k f + b_k                          each as K vectors of full width D
 * p_j = softmax(G_j W_g)                                     for each head j, over the experts
 * E_e(x) = W3_eᵀ ReLU(W1_eᵀ x)                               W1: (D, w), W3: (w, w)
 * y_j = Σ_{e kept, of j's two most probable} p_{j,e} / (p_{j,e¹} + p_{j,e²} + 1e-9) · E_e(Q_j)
 * prediction = W_o [y_1; …; y_K] + b_o
 * </pre>
 *
 * <p>An expert takes at most {@link MixtureSettings#capacity C} heads of one sample: first choices e¹ in the order of the heads, then, after
 * the first choices that it took, second choices e² in the order of the heads. What comes later is dropped and contributes 0; the
 * other choice is not scaled up. Since a sample's heads compete only with each other, a prediction does not depend on the batch.
 *
 * <p>Balance loss: balance · n² · mean over samples and experts of (share of heads whose first choice is e) · (mean over heads of p_e); the
 * share is a constant to the gradient. It is least, {@code balance}, when experts are used evenly.
 *
 * <p>G serves nothing but the routing, so W_g is multiplied into W_k first, which takes n instead of B products with the K D × D matrix.
 * Heads are sorted by expert, and an expert computes only the heads that it takes.
 *
 * <p>Parameters: {@code query} and {@code key} (weights (K D, D)), {@code router} (D, n), {@code expert.first} (n, D, w),
 * {@code expert.second} (n, w, w), {@code output} (weight (T, D)). Linear maps start as in PyTorch, the router standard normal, experts
 * uniform on ±1/√w.
 */
public final class MixtureOfExperts {

    private final MixtureSettings settings;
    private final List<Tensor> tensors;

    /** Adds the layer's parameters to a store. */
    public MixtureOfExperts(MixtureSettings settings, Parameters parameters) {
        this.settings = settings;
        long width = settings.width();
        long experts = settings.experts();
        long head = settings.headWidth();
        long views = settings.heads() * width;
        Parameters query = parameters.child("query");
        Parameters key = parameters.child("key");
        Parameters expert = parameters.child("expert");
        Parameters output = parameters.child("output");
        Initial linear = Initial.fanIn(width);
        Initial small = Initial.fanIn(head);
        tensors = List.of(query.add("weight", linear, views, width), query.add("bias", linear, views),
                key.add("weight", linear, views, width), key.add("bias", linear, views),
                parameters.add("router", Initial.normal(1), width, experts),
                expert.add("first", small, experts, width, head), expert.add("second", small, experts, head, head),
                output.add("weight", linear, settings.outputs(), width), output.add("bias", linear, settings.outputs()));
    }

    /**
     * Predicts.
     *
     * @param f (B, D)
     * @param mode decides the capacity of experts; nothing is random
     * @return predictions (B, T) and the balance loss
     */
    public MixtureOutput forward(Tensor f, Mode mode) {
        MixtureOutput all = forward(List.of(this), List.of(f), mode);
        return new MixtureOutput(all.predictions().select(0, 0), all.balance());
    }

    /**
     * Predicts with several mixtures of equal settings at once, each from a vector of its own.
     *
     * @param f M times (B, D)
     * @return predictions (M, B, T) and the sum of the balance losses
     */
    public static MixtureOutput forward(List<MixtureOfExperts> mixtures, List<Tensor> f, Mode mode) {
        if (mixtures.isEmpty() || mixtures.size() != f.size()) {
            throw new IllegalArgumentException("f must hold one tensor for each of " + mixtures.size() + " mixtures, got " + f.size());
        }
        MixtureSettings settings = mixtures.get(0).settings;
        for (int m = 0; m < f.size(); m++) {
            if (!mixtures.get(m).settings.equals(settings)) {
                throw new IllegalArgumentException("mixtures must have equal settings, got " + settings + " and " + mixtures.get(m).settings);
            }
            check(f.get(m), f.get(0), settings.width());
        }
        List<Tensor> parameters = mixtures.stream().flatMap(mixture -> mixture.tensors.stream()).toList();
        List<Tensor> results = MixtureScript.SCRIPT.callMany("mixtures", f, parameters, settings.capacity(mode),
                settings.balance() * settings.experts() * settings.experts() * f.size());
        return new MixtureOutput(results.get(0), results.get(1));
    }

    private static void check(Tensor f, Tensor first, int width) {
        if (f.shape().length != 2 || f.size(1) != width || !Arrays.equals(f.shape(), first.shape())) {
            throw new IllegalArgumentException("f must have shape (batch" + (f == first ? "" : "=" + first.size(0)) + ", D=" + width + "), got "
                    + f.shapeText());
        }
    }
}
