package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One encoder layer (Liang et al. 2024, Fig. 2): the coefficient series of a variate side by side are mixed between variates, and
 * the result updates each series by its own {@link WaveNorm} block. {@code E: (B, M, C·D) → (B, M, C·D)}.
 *
 * <p>Differs from the paper: its Fig. 2 feeds the (J+1)·D wide token to the attention; the code projects it to d before and back after.
 * The time and frequency variants have C = 1 and D = d, need no projection, and have a pointwise feed-forward layer, as in the code.
 */
final class EncoderLayer {

    private static final Script SCRIPT = new Script("Projection", TokenLinear.FUNCTIONS);

    private record Projection(Tensor weight, Tensor bias) {
        static Projection of(Parameters parameters, int in, int out) {
            return new Projection(parameters.add("weight", Initial.fanIn(in), out, in), parameters.add("bias", Initial.fanIn(in), out));
        }

        Tensor apply(Tensor x) {
            return SCRIPT.call("token_linear", x, weight, bias);
        }
    }

    private final @Nullable Projection in;
    private final @Nullable Projection out;
    private final Mixer mixer;
    private final WaveNorm waveNorm;

    /**
     * @param variates M, calendar channels included
     * @param routers r
     */
    EncoderLayer(Architecture architecture, int series, int variates, int routers, Parameters parameters) {
        EncoderSettings encoder = architecture.encoder();
        boolean projected = architecture.variant().domain() == Variant.Domain.WAVELET;
        int width = projected ? architecture.decomposition().width() : encoder.width();
        in = projected ? Projection.of(parameters.child("in"), series * width, encoder.width()) : null;
        mixer = mixer(architecture, variates, routers, parameters.child("attention"));
        out = projected ? Projection.of(parameters.child("out"), encoder.width(), series * width) : null;
        waveNorm = new WaveNorm(series, width, encoder.hidden(), projected ? encoder.kernel() : 1, parameters.child("block"));
    }

    private static Mixer mixer(Architecture a, int variates, int routers, Parameters parameters) {
        return switch (a.variant().mixing()) {
            case ROUTE -> new RotaryRouteAttention(a.encoder(), a.variant(), a.quirks(), variates, routers, parameters);
            case SOFTMAX -> new SoftmaxAttention(a.encoder(), a.variant(), a.quirks(), variates, parameters);
            case LINEAR, LINEAR_AS_PUBLISHED -> new LinearAttention(a.encoder(), a.variant(), a.quirks(), variates, parameters);
        };
    }

    Mixer mixer() {
        return mixer;
    }

    List<Tensor> fold() {
        return mixer.fold();
    }

    /** S · W_inᵀ + b_in: the tokens Z that attention sees, (B, M, d). */
    Tensor tokens(Tensor waves) {
        return in == null ? waves : in.apply(waves);
    }

    /** U: the attention's result as an update of every series, (B, M, C·D). */
    Tensor update(Tensor mixed) {
        return out == null ? mixed : out.apply(mixed);
    }

    /**
     * @param waves E, (B, M, C·D)
     * @param masks the masks of {@link #masks}, or none
     */
    Tensor forward(Tensor waves, List<Tensor> folded, List<Tensor> masks) {
        boolean drop = !masks.isEmpty();
        Tensor mixed = mixer.forward(tokens(waves), folded, drop ? masks.subList(0, 1) : masks);
        return waveNorm.forward(waves, update(mixed), drop ? masks.subList(1, 4) : masks);
    }

    /** {@return the shapes of the four dropout masks of a layer} */
    long[][] masks(int batch, int variates) {
        long[][] block = waveNorm.masks(batch, variates);
        return new long[][] {mixer.masks(batch, variates)[0], block[0], block[1], block[2]};
    }
}
