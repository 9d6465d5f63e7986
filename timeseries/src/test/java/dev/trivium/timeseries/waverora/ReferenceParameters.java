package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The deterministic parameters of the reference figures, in the reference's layout, and the way from there to ours.
 *
 * <p>Tensor number k of the reference's order has the entries a·sin(0.9 i + 1.7 k + 0.3), i its flat index; norms are 1 + 0.1 sin and 0.1 sin.
 */
final class ReferenceParameters {

    /** Where one entry of the reference's tensor lives: a parameter of ours and a flat index. */
    record Place(String parameter, int index) {}

    /** A tensor of the reference. */
    record Tensor(String name, int[] shape, BiFunction<Integer, int[], Place> place) {
        int count() {
            int n = 1;
            for (int s : shape) {
                n *= s;
            }
            return n;
        }

        Place at(int flat) {
            int[] index = new int[shape.length];
            for (int axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
                index[axis] = rest % shape[axis];
                rest /= shape[axis];
            }
            return place.apply(flat, index);
        }
    }

    private final List<Tensor> tensors = new ArrayList<>();

    ReferenceParameters(Architecture architecture, int lookback, int horizon) {
        Basis basis = Basis.of(Variant.Domain.WAVELET, architecture.decomposition(), lookback, horizon);
        int levels = basis.series();
        int wide = architecture.decomposition().width();
        for (int c = 0; c < levels; c++) {
            String ours = "embedding." + c + ".";
            same("E[" + label(c, levels) + "].W", ours + "weight", wide, basis.inputLength(c));
            same("E[" + label(c, levels) + "].b", ours + "bias", wide);
        }
        for (int n = 0; n < architecture.encoder().layers(); n++) {
            layer(n, architecture.encoder(), levels, wide);
        }
        for (int c = 0; c < levels; c++) {
            String name = "P[" + label(c, levels) + "].";
            int hidden = 2 * wide;
            shifted(name + "W1", "predictor.expand.weight", c * hidden * wide, hidden, wide);
            shifted(name + "b1", "predictor.expand.bias", c * hidden, hidden);
            same(name + "W2", "predictor." + c + ".weight", basis.outputLength(c), hidden);
            same(name + "b2", "predictor." + c + ".bias", basis.outputLength(c));
        }
    }

    private void layer(int n, EncoderSettings encoder, int levels, int wide) {
        String theirs = "layer[" + (n + 1) + "].";
        String ours = "layer." + n + ".";
        int d = encoder.width();
        same(theirs + "Win", ours + "in.weight", d, levels * wide);
        same(theirs + "bin", ours + "in.bias", d);
        same(theirs + "R", ours + "attention.route", Math.max(2, encoder.routers()), d);
        shifted(theirs + "Wq", ours + "attention.score.weight", d * d, d, d);
        shifted(theirs + "bq", ours + "attention.score.bias", d, d);
        same(theirs + "Wk", ours + "attention.score.weight", d, d);
        same(theirs + "bk", ours + "attention.score.bias", d);
        same(theirs + "Ws", ours + "attention.skip.weight", d, d);
        same(theirs + "bs", ours + "attention.skip.bias", d);
        same(theirs + "Wg", ours + "attention.gate.weight", d, d);
        same(theirs + "bg", ours + "attention.gate.bias", d);
        same(theirs + "Wout", ours + "out.weight", levels * wide, d);
        same(theirs + "bout", ours + "out.bias", levels * wide);
        for (int c = 0; c < levels; c++) {
            block(theirs + "block[" + (c + 1) + "].", ours + "block.", c, encoder, wide);
        }
    }

    private void block(String theirs, String ours, int c, EncoderSettings encoder, int wide) {
        int f = encoder.hidden();
        int taps = encoder.kernel() * wide;
        shifted(theirs + "K1", ours + "expand.weight", c * f * taps, f, wide, encoder.kernel());
        shifted(theirs + "c1", ours + "expand.bias", c * f, f);
        shifted(theirs + "K2", ours + "contract.weight", c * f * taps, wide, f, encoder.kernel());
        shifted(theirs + "c2", ours + "contract.bias", c * wide, wide);
        shifted(theirs + "g1", ours + "norm1.weight", c * wide, wide);
        shifted(theirs + "h1", ours + "norm1.bias", c * wide, wide);
        shifted(theirs + "g2", ours + "norm2.weight", c * wide, wide);
        shifted(theirs + "h2", ours + "norm2.bias", c * wide, wide);
    }

    private static String label(int c, int levels) {
        return c == levels - 1 ? "J+1" : Integer.toString(c + 1);
    }

    private void same(String name, String parameter, int... shape) {
        shifted(name, parameter, 0, shape);
    }

    private void shifted(String name, String parameter, int offset, int... shape) {
        tensors.add(new Tensor(name, shape, (i, at) -> new Place(parameter, offset + i)));
    }

    List<Tensor> tensors() {
        return tensors;
    }

    /** Overwrites the model's parameters; a part that a variant does not have is left out but keeps its number. */
    void fill(Parameters parameters, double amplitude) {
        Map<String, double[]> values = new LinkedHashMap<>();
        parameters.names().forEach(name -> values.put(name, new double[(int) parameters.get(name).count()]));
        for (int k = 0; k < tensors.size(); k++) {
            Tensor tensor = tensors.get(k);
            for (int i = 0; i < tensor.count(); i++) {
                Place place = tensor.at(i);
                double[] target = values.get(place.parameter());
                if (target != null) {
                    target[place.index()] = value(tensor.name(), Math.sin(0.9 * i + 1.7 * k + 0.3), amplitude);
                }
            }
        }
        values.forEach(parameters::set);
    }

    private static double value(String name, double s, double amplitude) {
        String last = name.substring(name.indexOf("].") + 2);
        last = last.contains("].") ? last.substring(last.indexOf("].") + 2) : last;
        if (last.equals("R")) {
            return s;
        } else if (last.matches("g[12]") && name.contains("block")) {
            return 1 + 0.1 * s;
        } else if (last.matches("h[12]") && name.contains("block")) {
            return 0.1 * s;
        }
        return amplitude * s;
    }
}
