package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Residual xLSTM blocks, one after the other, and a normalisation at the end (Beck et al. 2024, §2.4): (tokens, D) → (tokens, D).
 *
 * <p>A token sees itself and the tokens before it in its sequence, nothing of other sequences: a sequence alone gives what it gives in a batch,
 * up to rounding. Linear maps run on the packed tokens; an sLSTM takes as many steps as the longest sequence has tokens; an mLSTM pads short
 * sequences to others of about their length, and cuts those of more than 128 tokens into chunks, so that time and memory grow with the length
 * and not with its square.
 *
 * <p>Parameters: those of the blocks under {@code 0.}, {@code 1.} and so on, as {@code SlstmBlock} and {@code MlstmBlock} list them, and
 * {@code norm.weight}.
 */
public final class XlstmStack {

    private final XlstmSettings settings;
    private final List<Block> blocks;
    private final RowNorm norm;

    /** Adds the blocks' parameters to a store. */
    public XlstmStack(XlstmSettings settings, Parameters parameters) {
        this.settings = settings;
        blocks = IntStream.range(0, settings.blocks()).mapToObj(i -> block(settings, i, parameters.child(Integer.toString(i)))).toList();
        norm = new RowNorm(settings.width(), parameters.child("norm"));
    }

    private static Block block(XlstmSettings settings, int number, Parameters parameters) {
        return settings.slstmAt().contains(number)
                ? new SlstmBlock(settings, number, parameters)
                : new MlstmBlock(settings, parameters);
    }

    /** {@return the sizes it was made with} */
    public XlstmSettings settings() {
        return settings;
    }

    /**
     * Computes the stack.
     *
     * @param tokens (tokens, D)
     * @param packing which of the tokens are whose
     * @return (tokens, D)
     */
    public Tensor forward(Tensor tokens, Packing packing) {
        if (tokens.shape().length != 2 || tokens.size(0) != packing.tokens() || tokens.size(1) != settings.width()) {
            throw new IllegalArgumentException("tokens must have shape (tokens=" + packing.tokens() + ", width=" + settings.width()
                    + "), got " + tokens.shapeText());
        }
        Layout layout = Layout.of(packing, settings.kernel(), tokens);
        Tensor x = layout.toRows(tokens);
        for (Block block : blocks) {
            x = block.forward(x, layout);
        }
        return layout.toTokens(norm.forward(x), packing);
    }
}
