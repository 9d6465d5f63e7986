package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Residual block with an sLSTM and a gated feed-forward layer: {@code y = x + sLSTM(LN(x)), out = y + FFN(LN(y))}.
 *
 * <p>With u = LN(x) and c = SiLU(conv(u)), per head and with all states 0 before the first token:
 * <pre>
 * i = W_i c + R_i y_{t-1} + b_i        f = W_f c + R_f y_{t-1} + b_f
 * z = W_z u + R_z y_{t-1} + b_z        o = W_o u + R_o y_{t-1} + b_o
 * c_t = σ(f) c_{t-1} + exp(i) tanh(z)  n_t = σ(f) n_{t-1} + exp(i)
 * y_t = σ(o) c_t / n_t                 sLSTM = GroupNorm(y_t), a group per head, gain (1 + w)
 * </pre>
 *
 * <p>Differs from the paper: instead of c and n, scaled by a stabiliser, it keeps h = c / n and s = log n, which is the same function and
 * needs neither a stabiliser nor a division: with l = log σ(f) + s_{t-1} and r = i - l, h_t = h_{t-1} + σ(r) (tanh(z) - h_{t-1}) and
 * s_t = l + log(1 + exp(r)); at the first token, h = tanh(z) and s = i.
 *
 * <p>Parameters: {@code norm.weight}; {@code slstm.conv.weight} and {@code .bias}; {@code slstm.input.weight}, {@code .forget.weight},
 * {@code .cell.weight}, {@code .output.weight}, each (heads, d out, d in) ~ N(0, 2/(5D)); {@code slstm.recurrent} (heads, gates i f z o,
 * d out, d in) of zeros; {@code slstm.bias} (heads, gates i f z o, d), zeros but for f; {@code slstm.group_norm.weight}; {@code ffn.…} of
 * the {@link GatedFeedForward}.
 */
final class SlstmBlock implements Block {

    private final Tensor norm;
    private final CausalConvolution convolution;
    private final Tensor input;
    private final Tensor forget;
    private final Tensor cell;
    private final Tensor output;
    private final Tensor recurrent;
    private final Tensor bias;
    private final Tensor groupNorm;
    private final GatedFeedForward feedForward;

    SlstmBlock(XlstmSettings settings, int block, Parameters parameters) {
        int width = settings.width();
        int heads = settings.heads();
        int d = width / heads;
        Parameters own = parameters.child("slstm");
        norm = new RowNorm(width, parameters.child("norm")).weight();
        convolution = new CausalConvolution(width, settings.kernel(), own.child("conv"));
        input = own.add("input.weight", Initials.small(width), heads, d, d);
        forget = own.add("forget.weight", Initials.small(width), heads, d, d);
        cell = own.add("cell.weight", Initials.small(width), heads, d, d);
        output = own.add("output.weight", Initials.small(width), heads, d, d);
        recurrent = own.add("recurrent", Initial.zeros(), heads, 4, d, d);
        bias = own.add("bias", gateBias(settings, block), heads, 4, d);
        groupNorm = new RowNorm(width, own.child("group_norm")).weight();
        feedForward = new GatedFeedForward(settings, parameters.child("ffn"));
    }

    private static Initial gateBias(XlstmSettings settings, int block) {
        double[] forget = Initials.forgetBias(settings, block);
        return (values, random) -> {
            for (int head = 0; head < settings.heads(); head++) {
                System.arraycopy(forget, 0, values, (4 * head + 1) * forget.length, forget.length);
            }
        };
    }

    @Override
    public Tensor forward(Tensor x, Layout layout) {
        return feedForward.forward(slstm(x, layout));
    }

    Tensor slstm(Tensor x, Layout layout) {
        return SlstmScript.SCRIPT.call("forward_rows", x, norm, convolution.weight(), convolution.bias(), layout.masks(),
                input, forget, cell, output, recurrent, bias, groupNorm, layout.stepRows(), layout.rowSteps(), layout.running());
    }
}
