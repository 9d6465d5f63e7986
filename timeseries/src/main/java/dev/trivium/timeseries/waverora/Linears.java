package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The skip and gate maps that surround every kind of attention, {@code (C + Z W_sᵀ + b_s) · SiLU(Z W_gᵀ + b_g)}, and the value map. */
final class Linears {

    private static final Script SCRIPT = new Script("SkipAndGate", """
            def surround(self, core: Tensor, z: Tensor, mix: List[Tensor], mix_bias: List[Tensor], skip: bool, gate: bool) -> Tensor:
              out = core
              i = 0
              if skip:
                out = out + torch.linear(z, mix[i], mix_bias[i])
                i = i + 1
              if gate:
                out = out * torch.silu(torch.linear(z, mix[i], mix_bias[i]))
              return out
            """);

    private final Variant variant;
    private final List<Tensor> mix = new ArrayList<>();
    private final List<Tensor> mixBias = new ArrayList<>();
    private final List<Tensor> value = new ArrayList<>();

    Linears(int width, Variant variant, Quirks quirks, Parameters parameters) {
        this.variant = variant;
        if (variant.skip()) {
            add("skip", width, parameters);
        }
        if (variant.gate()) {
            add("gate", width, parameters);
        }
        if (quirks.projectedValues()) {
            value.add(parameters.add("value.weight", Initial.fanIn(width), width, width));
            value.add(parameters.add("value.bias", Initial.fanIn(width), width));
        }
    }

    private void add(String name, int width, Parameters parameters) {
        mix.add(parameters.add(name + ".weight", Initial.fanIn(width), width, width));
        mixBias.add(parameters.add(name + ".bias", Initial.fanIn(width), width));
    }

    List<Tensor> mix() {
        return mix;
    }

    List<Tensor> mixBias() {
        return mixBias;
    }

    Tensor values(Tensor z) {
        return value.isEmpty() ? z : z.linear(value.get(0), value.get(1));
    }

    Tensor surround(Tensor core, Tensor z) {
        return SCRIPT.call("surround", core, z, mix, mixBias, variant.skip(), variant.gate());
    }
}
