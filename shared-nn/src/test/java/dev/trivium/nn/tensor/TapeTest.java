package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import dev.trivium.nn.tensor.Gradients.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TapeTest {

    private static final int THREADS = 2;

    @Test
    void gradientsOfSeveralLossesAddUpUntilTheyAreReset() {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor x = scope.tensor(new double[] {1, 2}, 2).requireGradient();
            tape.backward(x.square().sum());
            tape.backward(x.scale(3).sum());
            assertArrayEquals(new double[] {5, 7}, x.gradient().toDoubles());
            x.zeroGradient();
            assertArrayEquals(new double[] {0, 0}, x.gradient().toDoubles());
        }
    }

    @Test
    void theGradientOfAnUnusedLeafIsZeroInItsOwnPrecision() {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor used = scope.tensor(new double[] {1}, 1).requireGradient();
            Tensor unused = scope.tensor(new double[] {1, 2}, 2).requireGradient();
            tape.backward(used.square().sum());
            assertArrayEquals(new double[] {0, 0}, unused.gradient().toDoubles());
            assertEquals(DataType.FLOAT64, unused.gradient().array.getDataType());
            unused.zeroGradient();
            assertArrayEquals(new double[] {0, 0}, unused.gradient().toDoubles());
        }
    }

    @Test
    void nothingIsRecordedWithoutATape() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor x = scope.tensor(new double[] {1}, 1).requireGradient();
            Tensor y = x.square().sum();
            try (Tape tape = Tape.record()) {
                assertThrows(EngineException.class, () -> tape.backward(y));
            }
        }
    }

    @Test // libtorch starts every thread with recording on
    void nothingIsRecordedInANewThread() throws Exception {
        try (Scope store = Scope.detached(Compute.cpu64())) {
            Tensor leaf = store.tensor(new double[] {1}, 1).requireGradient();
            assertFalse(inThread(() -> {
                try (Scope scope = Scope.open(Compute.cpu64())) {
                    Tensor y = leaf.square().sum();
                    try (Tape tape = Tape.record()) {
                        tape.backward(y);
                        return true;
                    } catch (EngineException e) {
                        return false;
                    }
                }
            }));
        }
    }

    @Test
    void recordingEndsWithTheTapeAndNests() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor x = scope.tensor(new double[] {3}, 1).requireGradient();
            try (Tape outer = Tape.record()) {
                try (Tape inner = Tape.record()) {
                    inner.backward(x.sum());
                }
                outer.backward(x.square().sum());
            }
            assertArrayEquals(new double[] {7}, x.gradient().toDoubles());
        }
    }

    @Test
    void aCopyIsOutsideTheGraph() {
        double[][] gradients = Gradients.gradients((s, in) -> in.get(0).mul(in.get(0).copy()),
                new Input[] {new Input(new double[] {2, 3}, 2)}, () -> { });
        double[][] once = Gradients.gradients((s, in) -> in.get(0).mul(s.tensor(new double[] {2, 3}, 2)),
                new Input[] {new Input(new double[] {2, 3}, 2)}, () -> { });
        assertArrayEquals(once[0], gradients[0]);
    }

    @Test
    void theGraphIsFreedByTheBackwardPass() {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor loss = scope.tensor(new double[] {3}, 1).requireGradient().square().sum();
            tape.backward(loss);
            assertThrows(EngineException.class, () -> tape.backward(loss));
        }
    }

    @Test
    void refusesALossThatIsNotANumber() {
        try (Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
            Tensor x = scope.zeros(2, 3).requireGradient();
            var error = assertThrows(IllegalArgumentException.class, () -> tape.backward(x.square()));
            assertEquals("loss must be a single number, got shape (2, 3)", error.getMessage());
        }
    }

    @Test
    void twoThreadsTrainAtOnceAsEachDoesAlone() throws Exception {
        List<float[]> alone = new ArrayList<>();
        for (int n = 0; n < THREADS; n++) {
            alone.add(train(n, () -> { }));
        }
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<float[]>> both = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                int number = n;
                both.add(pool.submit(() -> train(number, () -> {
                    together.await();
                    return;
                })));
            }
            for (int n = 0; n < THREADS; n++) {
                assertArrayEquals(alone.get(n), both.get(n).get());
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Waits for others. */
    @FunctionalInterface
    private interface Meeting {
        void await() throws Exception;
    }

    private static float[] train(int number, Meeting meeting) throws Exception {
        try (Scope store = Scope.detached(Compute.cpu())) {
            Tensor weight = tensor(store, Input.spread(-0.2, 0.2 + 0.01 * number, 31, 31)).requireGradient();
            for (int step = 0; step < 60; step++) {
                meeting.await(); // every step of one thread overlaps the same step of the other
                try (Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
                    Tensor x = tensor(scope, Input.spread(-1, 1 + 0.1 * step, 17, 31));
                    for (int layer = 0; layer < 8; layer++) {
                        x = x.linear(weight).tanh();
                    }
                    tape.backward(x.square().mean());
                }
            }
            try (Scope scope = Scope.open(Compute.cpu())) {
                return weight.gradient().toFloats();
            }
        }
    }

    private static Tensor tensor(Scope scope, Input input) {
        return scope.tensor(input.values(), input.shape());
    }

    private static <T> T inThread(Callable<T> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } finally {
            thread.shutdown();
        }
    }
}
