package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.tensor.Gradients.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void resultsGoToTheInnermostScopeWhateverTheirInputsBelongTo() {
        try (Scope outer = Scope.open(Compute.cpu())) {
            Tensor x = outer.tensor(new float[] {1, 2, 3}, 3);
            Tensor y;
            try (Scope inner = Scope.open(Compute.cpu())) {
                y = x.add(x);
                assertArrayEquals(new float[] {2, 4, 6}, y.toFloats());
            }
            assertThrows(IllegalStateException.class, y::toFloats);
            assertArrayEquals(new float[] {1, 2, 3}, x.toFloats(), "the outer scope is still open");
        }
    }

    @Test
    void aKeptTensorOutlivesTheScopeThatMadeIt() {
        try (Scope outer = Scope.open(Compute.cpu())) {
            Tensor kept;
            try (Scope inner = Scope.open(Compute.cpu())) {
                kept = outer.keep(inner.tensor(new float[] {1, 2}, 2).scale(3));
            }
            assertArrayEquals(new float[] {3, 6}, kept.toFloats());
        }
    }

    @Test
    void aViewOfDataOutlivesItsBase() {
        try (Scope outer = Scope.open(Compute.cpu())) {
            Tensor view;
            try (Scope inner = Scope.open(Compute.cpu())) {
                view = outer.keep(inner.tensor(new float[] {1, 2, 3, 4}, 4).narrow(0, 1, 2));
            }
            Torture.collectAndOverwrite();
            assertArrayEquals(new float[] {2, 3}, view.toFloats());
        }
    }

    @Test
    void aDetachedScopeReceivesNoResults() {
        try (Scope store = Scope.detached(Compute.cpu())) {
            Tensor x = store.tensor(new float[] {1}, 1);
            var error = assertThrows(IllegalStateException.class, () -> x.add(x));
            assertEquals("tensor operations must run inside try (Scope scope = Scope.open(compute))", error.getMessage());
        }
    }

    @Test
    void scopesCloseInnermostFirst() {
        try (Scope outer = Scope.open(Compute.cpu()); Scope inner = Scope.open(Compute.cpu())) {
            var error = assertThrows(IllegalStateException.class, outer::close);
            assertEquals("scopes must be closed innermost first, by the thread that opened them", error.getMessage());
            assertArrayEquals(new float[] {0}, inner.zeros(1).toFloats(), "nothing was freed");
        }
    }

    @Test
    void anotherThreadCannotCloseAScope() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Scope scope = Scope.open(Compute.cpu())) {
            var error = assertThrows(ExecutionException.class, () -> thread.submit(scope::close).get());
            assertEquals("scopes must be closed innermost first, by the thread that opened them", error.getCause().getMessage());
            assertArrayEquals(new float[] {0}, scope.zeros(1).toFloats());
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void manyThreadsReadSharedTensorsAndGetTheBitsOfOne() throws Exception {
        int threads = 8;
        try (Scope store = Scope.detached(Compute.cpu())) {
            Input weights = Input.spread(-0.4, 0.4, 31, 31);
            Tensor weight = store.tensor(weights.values(), weights.shape()).requireGradient();
            List<float[]> alone = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                alone.add(predict(weight, n));
            }
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<float[]>> together = new ArrayList<>();
                for (int n = 0; n < 50 * threads; n++) {
                    int number = n % threads;
                    together.add(pool.submit(() -> predict(weight, number)));
                }
                Torture.collectAndOverwrite();
                for (int n = 0; n < together.size(); n++) {
                    assertArrayEquals(alone.get(n % threads), together.get(n).get());
                }
            } finally {
                pool.shutdown();
            }
        }
    }

    private static float[] predict(Tensor weight, int number) {
        Input input = Input.spread(-1, 1 + number, 17, 31);
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.tensor(input.values(), input.shape());
            for (int layer = 0; layer < 10; layer++) {
                x = x.linear(weight).tanh();
            }
            return x.toFloats();
        }
    }

    @Test
    void valuesComeBackInTheScopesPrecision() {
        double third = 1.0 / 3;
        try (Scope scope = Scope.open(Compute.cpu64())) {
            assertArrayEquals(new double[] {third}, scope.tensor(new double[] {third}, 1).toDoubles());
            assertArrayEquals(new double[] {(float) third}, scope.tensor(new float[] {(float) third}, 1).toDoubles());
        }
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertArrayEquals(new double[] {(float) third}, scope.tensor(new double[] {third}, 1).toDoubles());
        }
    }

    @Test
    void bytesAreUnsigned() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertArrayEquals(new float[] {0, 1, 255}, scope.bytes(new byte[] {0, 1, -1}, 3).toFloats());
        }
    }

    @Test
    void theStagingBufferIsCopiedBeforeItsNextUse() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor first = scope.tensor(new float[] {1, 2}, 2);
            scope.tensor(new float[] {3, 4}, 2);
            assertArrayEquals(new float[] {1, 2}, first.toFloats());
        }
    }

    @Test
    void refusesAShapeOfAnotherSize() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            var error = assertThrows(IllegalArgumentException.class, () -> scope.tensor(new float[6], 2, 4));
            assertEquals("shape must hold the 6 values given, got (2, 4)", error.getMessage());
        }
    }

    @Test
    void emptyTensorsAreTensors() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertArrayEquals(new float[0], scope.tensor(new float[0], 0, 3).toFloats());
        }
    }
}
