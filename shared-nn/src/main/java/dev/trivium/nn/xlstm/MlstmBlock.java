package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Residual block with an mLSTM: {@code out = x + mLSTM(LN(x))}.
 *
 * <p>With [a; g] = LN(x) W_upᵀ of width 2E and c = SiLU(conv(a)):
 * <pre>
 * q = B_q c     k = B_k c     v = B_v a                    B: blocks on the diagonal
 * i = W_i [q; k; v] + b_i     f = W_f [q; k; v] + b_f      one number per head
 * h = cell(q, k, v, i, f)                                  {@link MlstmScript}
 * mLSTM = ((GroupNorm(h) + s ⊙ c) ⊙ SiLU(g)) W_downᵀ       a group per head, gain (1 + w)
 * </pre>
 *
 * <p>Parameters: {@code norm.weight}; {@code mlstm.up.weight} (2E, D); {@code mlstm.conv.weight} and {@code .bias}; {@code
 * mlstm.query.weight}, {@code .key.weight}, {@code .value.weight}, each (E/p, p, p) for blocks of side p, all of these ~ N(0, 2/(5D));
 * {@code mlstm.input.weight} and {@code mlstm.forget.weight} (heads, 3E) of zeros; {@code mlstm.input.bias} ~ N(0, 0.1²) and {@code
 * mlstm.forget.bias} evenly from 3 to 6, both (heads); {@code mlstm.group_norm.weight}; {@code mlstm.skip} (E) of ones; {@code
 * mlstm.down.weight} (D, E) ~ N(0, (2/blocks)²/D).
 */
final class MlstmBlock implements Block {

    private final Tensor norm;
    private final Tensor up;
    private final CausalConvolution convolution;
    private final Tensor query;
    private final Tensor key;
    private final Tensor value;
    private final Tensor inputWeight;
    private final Tensor inputBias;
    private final Tensor forgetWeight;
    private final Tensor forgetBias;
    private final Tensor groupNorm;
    private final Tensor skip;
    private final Tensor down;

    MlstmBlock(XlstmSettings settings, Parameters parameters) {
        int width = settings.width();
        int inner = settings.inner();
        int heads = settings.heads();
        int side = settings.projectionBlock();
        Parameters own = parameters.child("mlstm");
        norm = new RowNorm(width, parameters.child("norm")).weight();
        up = own.add("up.weight", Initials.small(width), 2L * inner, width);
        convolution = new CausalConvolution(inner, settings.kernel(), own.child("conv"));
        query = own.add("query.weight", Initials.small(width), inner / side, side, side);
        key = own.add("key.weight", Initials.small(width), inner / side, side, side);
        value = own.add("value.weight", Initials.small(width), inner / side, side, side);
        inputWeight = own.add("input.weight", Initial.zeros(), heads, 3L * inner);
        inputBias = own.add("input.bias", Initial.normal(0.1), heads);
        forgetWeight = own.add("forget.weight", Initial.zeros(), heads, 3L * inner);
        forgetBias = own.add("forget.bias", Initials.evenly(3, 6), heads);
        groupNorm = new RowNorm(inner, own.child("group_norm")).weight();
        skip = own.add("skip", Initial.ones(), inner);
        down = own.add("down.weight", Initials.output(settings), width, inner);
    }

    @Override
    public Tensor forward(Tensor x, Layout layout) {
        return MlstmScript.SCRIPT.call("forward_rows", x, norm, up, convolution.weight(), convolution.bias(), layout.masks(),
                query, key, value, inputWeight, inputBias, forgetWeight, forgetBias, groupNorm, skip, down,
                layout.slotRows(), layout.rowSlots(), layout.groupSizes(), layout.groupLengths(), (long) Layout.CHUNK);
    }
}
