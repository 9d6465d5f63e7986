package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.reference.ReferenceFigures;
import dev.trivium.nn.reference.ReferenceFigures.Values;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.xlstm.XlstmSettings.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of a reference implementation in float64, rounded to ten digits. */
class XlstmParityTest {

    private static final double TOLERANCE = 1e-9;
    private static final Packing PACKING = Packing.of(ReferenceStack.TOKENS);

    private static double[] slstmBlock(Activation activation) {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            SlstmBlock block = new SlstmBlock(XlstmSettings.pair(ReferenceStack.WIDTH, activation), 0, parameters);
            Values values = new Values();
            Tensor x = input(scope, values);
            ReferenceStack.fill(parameters, "", ReferenceStack.SLSTM, values);
            return block.forward(x, Layout.of(PACKING, 4, x)).toDoubles();
        }
    }

    private static Tensor input(Scope scope, Values values) {
        return scope.tensor(values.next(1.0, 0.0, ReferenceStack.TOKENS, ReferenceStack.WIDTH), ReferenceStack.TOKENS, ReferenceStack.WIDTH);
    }

    private static void assertReference(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE * Math.max(1, Math.abs(expected[i])), "element " + i);
        }
    }

    @Test
    void slstmBlockWithRelu() {
        assertReference(ReferenceFigures.numbers("xlstm", "slstm_block_relu"), slstmBlock(Activation.RELU));
    }

    @Test
    void slstmBlockWithGelu() {
        assertReference(ReferenceFigures.numbers("xlstm", "slstm_block_gelu"), slstmBlock(Activation.GELU));
    }

    @Test
    void mlstmBlock() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MlstmBlock block = new MlstmBlock(XlstmSettings.pair(ReferenceStack.WIDTH, Activation.RELU), parameters);
            Values values = new Values();
            Tensor x = input(scope, values);
            values.skip(ReferenceStack.SLSTM.size());
            ReferenceStack.fill(parameters, "", ReferenceStack.MLSTM, values);
            assertReference(ReferenceFigures.numbers("xlstm", "mlstm_block"), block.forward(x, Layout.of(PACKING, 4, x)).toDoubles());
        }
    }

    @Test
    void wholeStack() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            XlstmStack stack = new XlstmStack(XlstmSettings.pair(ReferenceStack.WIDTH, Activation.RELU), parameters);
            Values values = new Values();
            Tensor x = input(scope, values);
            ReferenceStack.fill(parameters, "0.", ReferenceStack.SLSTM, values);
            ReferenceStack.fill(parameters, "1.", ReferenceStack.MLSTM, values);
            ReferenceStack.fill(parameters, "", List.of("norm.weight"), values);
            assertReference(ReferenceFigures.numbers("xlstm", "stack_relu"), stack.forward(x, PACKING).toDoubles());
        }
    }
}
