package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.reference.ReferenceFigures.Values;
import java.util.List;

/** The stack of the reference figures: names of its parameters in the order in which the reference fills them. */
final class ReferenceStack {

    static final int TOKENS = 7;
    static final int WIDTH = 16;

    static final List<String> SLSTM = List.of("norm.weight", "slstm.conv.weight", "slstm.conv.bias", "slstm.input.weight",
            "slstm.forget.weight", "slstm.cell.weight", "slstm.output.weight", "slstm.recurrent", "slstm.bias", "slstm.group_norm.weight",
            "ffn.norm.weight", "ffn.up.weight", "ffn.down.weight");
    static final List<String> MLSTM = List.of("norm.weight", "mlstm.up.weight", "mlstm.conv.weight", "mlstm.conv.bias", "mlstm.query.weight",
            "mlstm.key.weight", "mlstm.value.weight", "mlstm.input.weight", "mlstm.input.bias", "mlstm.forget.weight", "mlstm.forget.bias",
            "mlstm.group_norm.weight", "mlstm.skip", "mlstm.down.weight");

    private ReferenceStack() {}

    /** Fills the named parameters under a prefix. */
    static void fill(Parameters parameters, String prefix, List<String> names, Values values) {
        for (String name : names) {
            parameters.set(prefix + name, values.next(parameters.get(prefix + name).shape()));
        }
    }
}
