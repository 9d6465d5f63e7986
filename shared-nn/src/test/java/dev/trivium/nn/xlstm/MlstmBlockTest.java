package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.xlstm.XlstmSettings.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlstmBlockTest {

    @Test
    void theGradientReachesEveryParameter() {
        Packing packing = Packing.of(2, 1, 4);
        XlstmSettings settings = new XlstmSettings(4, 2, 1, List.of(), 3, 2, Activation.GELU);
        try (Parameters parameters = LayerCheck.parameters()) {
            MlstmBlock block = new MlstmBlock(settings, parameters);
            LayerCheck.checkGradients(parameters, 1e-6, scope -> {
                Tensor x = LayerCheck.input(scope, packing.tokens(), 4);
                return block.forward(x, Layout.of(packing, 3, x));
            });
        }
    }

    @Test
    void startsWithGatesOfBiasesAlone() {
        XlstmSettings settings = new XlstmSettings(16, 4, 2, List.of(), 4, 4, Activation.GELU);
        try (Parameters parameters = LayerCheck.parameters()) {
            new MlstmBlock(settings, parameters);
            assertArrayEquals(new double[] {3, 4, 5, 6}, parameters.get("mlstm.forget.bias").toDoubles(), 1e-15);
            assertArrayEquals(new double[4 * 3 * 64], parameters.get("mlstm.forget.weight").toDoubles());
            assertArrayEquals(new double[4 * 3 * 64], parameters.get("mlstm.input.weight").toDoubles());
        }
    }
}
