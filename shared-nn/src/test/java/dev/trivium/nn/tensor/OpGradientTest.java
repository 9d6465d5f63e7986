package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class OpGradientTest {

    /** Methods that return a tensor without computing one. */
    private static final Set<String> NO_OPERATIONS = Set.of("requireGradient()", "gradient()", "copy()");

    @ParameterizedTest
    @MethodSource("dev.trivium.nn.tensor.OpCases#all")
    void agreesWithCentralDifferences(OpCases.OpCase op) {
        Gradients.check(op.function(), op.inputs());
    }

    @ParameterizedTest
    @MethodSource("dev.trivium.nn.tensor.OpCases#all")
    void isBitEqualWhileJavaMemoryIsCollected(OpCases.OpCase op) {
        Gradients.torture(op.function(), op.inputs());
    }

    @Test
    void everyOperationOfATensorHasACase() {
        Set<String> operations = Arrays.stream(Tensor.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Tensor.class)
                .map(OpGradientTest::signature)
                .filter(signature -> !NO_OPERATIONS.contains(signature))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> cases = OpCases.all().map(OpCases.OpCase::signature).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(operations, cases);
    }

    @Test
    void everyFunctionOfTheScriptBelongsToAnOperation() {
        List<String> functions = TensorOps.SCRIPT.functions();
        assertEquals(OpCases.all().count(), functions.size(), () -> "functions " + functions);
    }

    @Test
    void theCheckNoticesAWrongGradient() {
        Gradients.Function half = (scope, in) -> in.get(0).add(in.get(0).copy()); // the copy's share is not recorded
        AssertionFailedError error = assertThrows(AssertionFailedError.class,
                () -> Gradients.check(half, Gradients.Input.spread(-1, 1, 3)));
        assertEquals("input 0, element 0", error.getMessage().split(" ==>")[0]);
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
