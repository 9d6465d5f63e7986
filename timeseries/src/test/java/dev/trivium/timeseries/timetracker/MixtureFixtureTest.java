package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference figures of our definition of the mixture of experts, computed once. */
class MixtureFixtureTest {

    private static List<Tensor> parameters(Scope scope) {
        List<Tensor> p = new ArrayList<>(Collections.nCopies(DecoderLayer.TENSORS, scope.zeros(4)));
        p.set(8, SmallNetwork.filled(scope, 1, 1, 4, 4));
        p.set(9, scope.tensor(new double[] {0, .3, -.1, .05}, 4));
        for (int t = 0; t < 4; t++) {
            long[] shape = new long[][] {{6, 4}, {6}, {4, 6}, {4}}[t];
            p.set(10 + t, SmallNetwork.filled(scope, 10 + t, 0.3, t == 3 ? new long[] {1, 4} : shape));
            List<Tensor> experts = new ArrayList<>();
            for (int e = 0; e < 4; e++) {
                experts.add(SmallNetwork.filled(scope, 20 + 10 * e + t, 0.3, shape));
            }
            p.set(14 + t, Tensor.stack(experts, 0));
        }
        return p;
    }

    private static long[] how(int softmax) {
        return new long[] {1, DecoderLayer.TENSORS, 1, 2, softmax, 0, 0, 0, 0, 1, 1};
    }

    private static void checkRoutes(double[] gate, int[][] chosen, List<Tensor> results) {
        double[] experts = results.get(3).toDoubles();
        double[] gates = results.get(2).toDoubles();
        double[] first = new double[4];
        for (int t = 0; t < 6; t++) {
            int[] own = {(int) experts[2 * t], (int) experts[2 * t + 1]};
            if (t == 0) {
                first[own[0]] = gates[0];
                first[own[1]] = gates[1];
            }
            Arrays.sort(own);
            assertArrayEquals(chosen[t], own);
        }
        assertArrayEquals(gate, first, 1e-6);
    }

    @Test
    void sigmoidAffinitiesSelectAndWeighAsDefined() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> p = parameters(scope);
            List<Tensor> results = DecoderScript.SCRIPT.callMany("mixture", SmallNetwork.filled(scope, 0, 1, 6, 4), p, 0, how(0));
            checkRoutes(new double[] {0, 0.457434912, 0, 0.542565088}, new int[][] {{1, 3}, {1, 2}, {0, 3}, {1, 3}, {0, 2}, {1, 3}}, results);
            double[] out = results.get(0).toDoubles();
            assertArrayEquals(new double[] {-0.119878106, -0.0361890285, 0.0798914454, 0.144111959}, Arrays.copyOf(out, 4), 1e-6);
            assertArrayEquals(new double[] {-0.081908218, 0.0310028221, 0.126690139, 0.13519749}, Arrays.copyOfRange(out, 20, 24), 1e-6);
            assertEquals(0.1442681868, Arrays.stream(out).sum(), 1e-6);
            assertArrayEquals(new double[] {2, 4, 2, 4}, results.get(1).toDoubles());
            DecoderScript.SCRIPT.callUnrecorded("balance", List.of(p.get(9)), List.of(results.get(1)), 1e-3);
            assertArrayEquals(new double[] {.001, .299, -.099, .049}, p.get(9).toDoubles(), 1e-12);
        }
    }

    @Test
    void softmaxAffinitiesSelectAndWeighAsDefined() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> results = DecoderScript.SCRIPT.callMany("mixture", SmallNetwork.filled(scope, 0, 1, 6, 4), parameters(scope), 0, how(1));
            checkRoutes(new double[] {0, 0.310604668, 0, 0.689395332}, new int[][] {{1, 3}, {1, 2}, {0, 1}, {1, 3}, {0, 1}, {1, 3}}, results);
            double[] out = results.get(0).toDoubles();
            assertArrayEquals(new double[] {-0.0805596658, -0.0819186723, -0.0164667986, 0.0696985989}, Arrays.copyOf(out, 4), 1e-6);
            assertEquals(0.5125697891, Arrays.stream(out).sum(), 1e-6);
        }
    }
}
