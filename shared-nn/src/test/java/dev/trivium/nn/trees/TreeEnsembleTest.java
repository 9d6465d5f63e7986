package dev.trivium.nn.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final TreeEnsemble SMALL = new TreeEnsemble(new int[] {0, 3}, new int[] {1, -1, -1, -1}, new int[] {1, 0, 0, 0},
            new float[] {0.5f, 10, 20, 1});

    @Test
    void goesLeftBelowTheLimitOnly() {
        float[] rows = {0, 0.4f, 0, 0.5f, 0, 0.6f};
        assertArrayEquals(new double[] {11, 21, 21}, SMALL.sums(rows, 3, 2));
        assertArrayEquals(new double[] {10, 20, 20}, SMALL.first(1).sums(rows, 3, 2));
    }

    private static String refused(int[] roots, int[] feature, int[] left, int inputs) {
        Map<String, StoredTensor> tensors = new TreeEnsemble(roots, feature, left, new float[feature.length]).tensors("forest.").stream()
                .collect(Collectors.toMap(StoredTensor::name, Function.identity()));
        return assertThrows(ModelFileException.class, () -> TreeEnsemble.read(Path.of("m"), inputs, "forest.", tensors)).getMessage();
    }

    @Test
    void refusesTreesThatCouldNotBeWalked() {
        String start = "m: weights.safetensors: must hold regression trees: ";
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 1 and child 0",
                refused(new int[] {0}, new int[] {1, -1, -1}, new int[] {0, 0, 0}, 2));
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 2 and child 1",
                refused(new int[] {0}, new int[] {2, -1, -1}, new int[] {1, 0, 0}, 2));
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 1 and child 2",
                refused(new int[] {0, 3}, new int[] {1, -1, -1, -1}, new int[] {2, 0, 0, 0}, 2));
        assertEquals(start + "roots must increase from 0 within the nodes, got 1 for tree 0",
                refused(new int[] {1}, new int[] {-1, -1}, new int[] {0, 0}, 2));
        assertEquals(start + "roots must hold at least one tree, got none", refused(new int[0], new int[0], new int[0], 2));
        assertEquals(start + "nodes must have a feature, a child and a value each, got 2, 1 and 2",
                refused(new int[] {0}, new int[] {-1, -1}, new int[] {0}, 2));
    }

    @Test
    void isReadAsItWasStored() throws IOException {
        Map<String, StoredTensor> tensors = SMALL.tensors("x.").stream().collect(Collectors.toMap(StoredTensor::name, Function.identity()));
        assertEquals(Set.of("x.tree.root", "x.node.feature", "x.node.left", "x.node.value"), tensors.keySet());
        TreeEnsemble read = TreeEnsemble.read(Path.of("m"), 2, "x.", tensors);
        float[] rows = {0, 0.4f, 0, 0.6f};
        assertArrayEquals(SMALL.sums(rows, 2, 2), read.sums(rows, 2, 2));
    }
}
