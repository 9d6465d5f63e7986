package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * One trained vector for things that are described by K categorical features: the sum of one vector for each feature.
 *
 * <pre>h_v = Σ_k A_k[x_{v,k}]          A_k: (V_k, width)</pre>
 *
 * <p>Parameter: {@code weight} (Σ V_k, width), the tables one below the other, each uniform on ±√(6 / (V_k + width)) at first (Glorot
 * and Bengio 2010).
 */
public final class CategoricalEmbedding {

    private static final Script SCRIPT = new Script("CategoricalEmbedding", """
            def sums(self, tables: Tensor, index: Tensor) -> Tensor:
              starts = torch.arange(0, torch.numel(index), torch.size(index, 1), device=ops.prim.device(index))
              y, _, _, _, = torch.embedding_bag(tables, torch.flatten(index), starts, False, 0, False, None, False)
              return y
            # (V_0 · V_1 · …, width), the last feature running fastest
            def combinations(self, tables: Tensor, sizes: List[int]) -> Tensor:
              parts = torch.split_with_sizes(tables, sizes, 0)
              y = parts[0]
              for k in range(1, torch.len(sizes)):
                y = torch.flatten(torch.add(torch.unsqueeze(y, 1), torch.unsqueeze(parts[k], 0)), 0, 1)
              return y
            """);

    private final int[] sizes;
    private final int[] starts;
    private final Tensor weight;

    /**
     * Adds the layer's parameter to a store.
     *
     * @param sizes V_k, the number of values of each feature
     */
    public CategoricalEmbedding(int[] sizes, int width, Parameters parameters) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException("sizes must name at least one feature, got none");
        }
        this.sizes = sizes.clone();
        starts = new int[sizes.length + 1];
        for (int k = 0; k < sizes.length; k++) {
            starts[k + 1] = Math.addExact(starts[k], Sizes.positive("sizes[" + k + "]", sizes[k]));
        }
        weight = parameters.add("weight", glorot(Sizes.positive("width", width)), starts[sizes.length], width);
    }

    private Initial glorot(int width) {
        return (values, random) -> {
            for (int k = 0; k < sizes.length; k++) {
                double bound = Math.sqrt(6.0 / (sizes[k] + width));
                for (int i = starts[k] * width; i < starts[k + 1] * width; i++) {
                    values[i] = (2 * random.nextDouble() - 1) * bound;
                }
            }
        };
    }

    /**
     * Looks things up.
     *
     * @param scope receives the indices
     * @param features x (things, K) in row-major order, x_k in [0, V_k)
     * @return (things, width)
     */
    public Tensor forward(Scope scope, int... features) {
        checkFeatures(sizes, features);
        long[] index = new long[features.length];
        Arrays.setAll(index, i -> starts[i % sizes.length] + features[i]);
        return SCRIPT.call("sums", weight, scope.indices(index, features.length / sizes.length, sizes.length));
    }

    /**
     * Computes the vector of every combination of values: with few combinations and many things, a lookup in this table is the cheaper.
     *
     * @return (V_0 · V_1 · …, width), in the order of {@link #combinations(int...)}
     */
    public Tensor table() {
        return SCRIPT.call("combinations", weight, Arrays.stream(sizes).asLongStream().toArray());
    }

    /**
     * Numbers combinations of values, the last feature running fastest: ((x_0 V_1 + x_1) V_2 + x_2) …
     *
     * @param features x (things, K) in row-major order, x_k in [0, V_k)
     * @return for each thing the row of {@link #table()} that is its vector
     */
    public int[] combinations(int... features) {
        checkFeatures(sizes, features);
        int[] rows = new int[features.length / sizes.length];
        for (int i = 0; i < features.length; i++) {
            int row = i / sizes.length;
            rows[row] = Math.addExact(Math.multiplyExact(rows[row], sizes[i % sizes.length]), features[i]);
        }
        return rows;
    }

    private static void checkFeatures(int[] sizes, int[] features) {
        if (features.length == 0 || features.length % sizes.length != 0) {
            throw new IllegalArgumentException(
                    "features must have shape (things, " + sizes.length + "), at least one thing, got " + features.length + " numbers");
        }
        for (int i = 0; i < features.length; i++) {
            int k = i % sizes.length;
            if (features[i] < 0 || features[i] >= sizes[k]) {
                throw new IllegalArgumentException("features must be in [0, " + sizes[k] + ") in column " + k + ", got " + features[i]
                        + " in row " + i / sizes.length);
            }
        }
    }
}
