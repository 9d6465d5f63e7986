package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Initial;

/** How the layers' matrices start. */
final class Initials {

    private Initials() {}

    /** {@return N(0, 2/(5D))} */
    static Initial small(int width) {
        return Initial.normal(Math.sqrt(2 / (5.0 * width)));
    }

    /** {@return N(0, (2/blocks)²/D), for matrices that write into the residual stream} */
    static Initial output(XlstmSettings settings) {
        return Initial.normal(2 / (settings.blocks() * Math.sqrt(settings.width())));
    }

    /**
     * {@return an sLSTM's forget biases: 5 - 12 (j/(d-1))^p in each head, with p from 0.3 in the first block of the stack to 1.6 in the last;
     * 5 in a head of width 1}
     */
    static double[] forgetBias(XlstmSettings settings, int block) {
        int width = settings.width() / settings.heads();
        double power = 0.3 + 1.3 * block / Math.max(1, settings.blocks() - 1);
        double[] bias = new double[width];
        for (int j = 0; j < width; j++) {
            bias[j] = 5 - 12 * Math.pow(j / Math.max(1.0, width - 1.0), power);
        }
        return bias;
    }

    /** {@return values evenly spaced from the first to the last; the first where there is one only} */
    static Initial evenly(double first, double last) {
        return (values, random) -> java.util.Arrays.setAll(values, i -> first + (last - first) * i / Math.max(1, values.length - 1));
    }
}
