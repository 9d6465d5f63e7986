package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;

class TortureTest {

    private static final int ROUNDS = 40;
    private static final double EXPECTED = Math.pow(1.5, 20);

    @Test // the engine's own bug is what the torture has to find: without this, the other tests could pass by being blind
    void findsTheFreedOperandOfTheEnginesOwnMultiplication() {
        int wrong = 0;
        for (int round = 0; round < ROUNDS && wrong < 3; round++) {
            wrong += Math.abs(gradientOfUnsafeProducts() - EXPECTED) <= 1e-9 * EXPECTED ? 0 : 1; // NaN counts as wrong
        }
        assertTrue(wrong > 0, "no gradient was corrupted in " + ROUNDS + " rounds");
    }

    @SuppressForbidden("shows what goes wrong")
    private static double gradientOfUnsafeProducts() {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor x = scope.tensor(new double[] {1}).requireGradient();
            NDArray y = x.array;
            for (int i = 0; i < 20; i++) {
                y = y.mul(1.5);
            }
            Torture.collectAndOverwrite();
            try (NDArray one = y.onesLike()) {
                JniUtils.backward((ai.djl.pytorch.engine.PtNDArray) y, (ai.djl.pytorch.engine.PtNDArray) one, false, false);
            }
            return x.gradient().item();
        }
    }
}
