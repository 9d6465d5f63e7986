package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Script SCRIPT = new Script("ScriptTestKernels", """
            # a comment between functions
            def twice(self, x: Tensor) -> Tensor:
              return x + x
            def fourfold(self, x: Tensor) -> Tensor:
              return torch.neg(torch.neg(self.twice(self.twice(x))))
            def weighted(self, x: Tensor, parts: List[Tensor], factor: float, times: int, flags: bool, sizes: List[int], more: List[float]) -> Tensor:
              y = x
              for i in range(times):
                y = y * factor + parts[i]
              if flags:
                y = y * sizes[1] + more[0]
              return y
            def both(self, x: Tensor) -> List[Tensor]:
              return [x + 1, x * 2]
            def count(self, x: Tensor) -> float:
              torch.add_(x, 1)
              return float(torch.len(x))
            """);

    @Test
    void functionsCallEachOther() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertArrayEquals(new float[] {4, 8}, SCRIPT.call("fourfold", scope.tensor(new float[] {1, 2}, 2)).toFloats());
        }
    }

    @Test
    void argumentsOfEveryKindArrive() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor x = scope.tensor(new double[] {3}, 1);
            List<Tensor> parts = List.of(scope.tensor(new double[] {10}, 1), scope.tensor(new double[] {20}, 1));
            Tensor y = SCRIPT.call("weighted", x, parts, 0.5, 2L, true, new long[] {7, 11}, new double[] {0.1});
            assertEquals(((3 * 0.5 + 10) * 0.5 + 20) * 11 + 0.1, y.item());
        }
    }

    @Test
    void severalResultsComeBackInOrder() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            List<Tensor> both = SCRIPT.callMany("both", scope.tensor(new float[] {5}, 1));
            assertArrayEquals(new double[] {6, 10}, both.stream().mapToDouble(Tensor::item).toArray());
        }
    }

    @Test
    void anUnrecordedCallMayChangeAParameterInPlace() {
        try (Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
            Tensor parameter = scope.tensor(new float[] {1, 2}, 2).requireGradient();
            assertEquals(2, SCRIPT.callUnrecorded("count", parameter));
            assertArrayEquals(new float[] {2, 3}, parameter.toFloats());
            assertThrows(EngineException.class, () -> SCRIPT.call("count", parameter), "recorded, it is an error");
        }
    }

    @Test
    void knowsItsFunctions() {
        assertEquals(List.of("twice", "fourfold", "weighted", "both", "count"), SCRIPT.functions());
    }

    @Test
    void aMistakeInTheTextIsFoundWhenItIsLoaded() {
        var error = assertThrows(EngineException.class, () -> new Script("ScriptTestBroken", """
                def wrong(self, x: Tensor) -> Tensor:
                  return torch.no_such_function(x)
                """));
        assertTrue(error.getMessage().contains("no_such_function"), error.getMessage());
    }

    @Test
    void refusesAnArgumentItCannotPass() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            var error = assertThrows(IllegalArgumentException.class, () -> SCRIPT.call("twice", "x"));
            assertEquals("arguments of ScriptTestKernels.twice must be tensors, numbers, flags or lists of them, got java.lang.String",
                    error.getMessage());
        }
    }
}
