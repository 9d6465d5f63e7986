package dev.trivium.nn.trees;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Lays trees out as arrays, level by level. */
public final class TreeEnsembleBuilder {

    /** A node of a tree as some library has it. */
    public interface Node {

        /** {@return the input that is asked for; {@link TreeEnsemble#LEAF} for a leaf} */
        int feature();

        /** {@return the limit below which to go left; the answer of a leaf} */
        float value();

        /** {@return the child for inputs below the limit} */
        Node left();

        /** {@return the other child} */
        Node right();
    }

    private final List<Integer> roots = new ArrayList<>();
    private int[] feature = new int[1024];
    private int[] left = new int[1024];
    private float[] value = new float[1024];
    private int size;

    /** Adds a tree. */
    public void add(Node root) {
        roots.add(size);
        Queue<Node> waiting = new ArrayDeque<>();
        waiting.add(root);
        int next = size + 1; // where the next children go
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            boolean leaf = node.feature() == TreeEnsemble.LEAF;
            put(node.feature(), leaf ? 0 : next, node.value());
            if (!leaf) {
                waiting.add(node.left());
                waiting.add(node.right());
                next += 2;
            }
        }
    }

    private void put(int asked, int child, float limit) {
        if (size == feature.length) {
            feature = Arrays.copyOf(feature, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        feature[size] = asked;
        left[size] = child;
        value[size++] = limit;
    }

    /** {@return the trees added so far} */
    public TreeEnsemble build() {
        return new TreeEnsemble(roots.stream().mapToInt(Integer::intValue).toArray(), Arrays.copyOf(feature, size),
                Arrays.copyOf(left, size), Arrays.copyOf(value, size));
    }
}
