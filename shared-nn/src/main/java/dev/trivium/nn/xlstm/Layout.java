package dev.trivium.nn.xlstm;

import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the kernels of a stack find the tokens of a packing: made once, used by all blocks.
 *
 * <p>The stack works on rows: the tokens in the order of the packing, then, in larger batches, up to 15 rows that belong to no sequence, so
 * that the rows are a multiple of 16 as the fast linear maps like it. What is computed in those rows is thrown away.
 *
 * @param rows the number of rows
 * @param masks (K - 1, rows, 1): mask k is 1 for tokens with at least k + 1 tokens before them in their sequence, else 0
 * @param stepRows the rows of all first tokens, then of all second tokens, and so on; in each, longer sequences first
 * @param rowSteps where a row's token stands in {@code stepRows}
 * @param running how many sequences have a t-th token, for every t
 * @param slotRows the rows of groups of sequences of about the same length, each padded (with any row) to the group's length
 * @param rowSlots where a row's token stands in {@code slotRows}
 * @param groupSizes slots of each group
 * @param groupLengths tokens of each sequence of a group, padding included
 */
record Layout(int rows, Tensor masks, Tensor stepRows, Tensor rowSteps, long[] running,
        Tensor slotRows, Tensor rowSlots, long[] groupSizes, long[] groupLengths) {

    /** Tokens of an mLSTM cell that are computed in parallel. */
    static final int CHUNK = 128;

    private static final int ALIGNED_FROM = 128;
    private static final int ALIGNMENT = 16;

    private static final Script SCRIPT = new Script("XlstmLayout", """
            def masks(self, like: Tensor, positions: Tensor, kernel: int) -> Tensor:
              lags = torch.unsqueeze(torch.arange(1, kernel, dtype=4, device=ops.prim.device(like)), 1)
              return torch.unsqueeze(torch.type_as(torch.ge(positions, lags), like), 2)
            def aligned(self, x: Tensor, missing: int) -> Tensor:
              return torch.constant_pad_nd(x, [0, 0, 0, missing], 0)
            """);

    /** Lays out a packing on the device and in the precision of its tokens, for convolutions over {@code kernel} tokens. */
    static Layout of(Packing packing, int kernel, Tensor tokens) {
        int rows = packing.tokens();
        if (rows >= ALIGNED_FROM) {
            rows = Math.multiplyExact((rows - 1) / ALIGNMENT + 1, ALIGNMENT);
        }
        int[] longestFirst = IntStream.range(0, packing.sequences()).boxed()
                .sorted(Comparator.comparing(packing::length, Comparator.reverseOrder())).mapToInt(i -> i).toArray();
        Steps steps = Steps.of(packing, longestFirst, rows);
        Slots slots = Slots.of(packing, longestFirst, rows);
        Tensor masks = SCRIPT.call("masks", tokens, indices(steps.positions), kernel);
        return new Layout(rows, masks, indices(steps.stepRows), indices(steps.rowSteps), steps.running,
                indices(slots.slotRows), indices(slots.rowSlots), slots.sizes, slots.lengths);
    }

    private static Tensor indices(long[] values) {
        return Scope.innermost().indices(values, values.length);
    }

    /** {@return tokens (tokens, D) as rows (rows, D)} */
    Tensor toRows(Tensor tokens) {
        long missing = rows - tokens.size(0);
        return missing == 0 ? tokens : SCRIPT.call("aligned", tokens, missing);
    }

    /** {@return rows (rows, D) as tokens (tokens, D)} */
    Tensor toTokens(Tensor x, Packing packing) {
        return rows == packing.tokens() ? x : x.narrow(0, 0, packing.tokens());
    }

    private record Steps(long[] positions, long[] stepRows, long[] rowSteps, long[] running) {
        static Steps of(Packing packing, int[] longestFirst, int rows) {
            Steps steps = new Steps(new long[rows], new long[packing.tokens()], new long[rows], new long[packing.maxLength()]);
            int next = 0;
            int running = longestFirst.length;
            for (int t = 0; t < packing.maxLength(); t++) {
                while (packing.length(longestFirst[running - 1]) <= t) {
                    running--;
                }
                steps.running[t] = running;
                for (int i = 0; i < running; i++) {
                    int row = packing.offset(longestFirst[i]) + t;
                    steps.positions[row] = t;
                    steps.rowSteps[row] = next;
                    steps.stepRows[next++] = row;
                }
            }
            return steps;
        }
    }

    private record Slots(long[] slotRows, long[] rowSlots, long[] sizes, long[] lengths) {
        static Slots of(Packing packing, int[] longestFirst, int rows) {
            int[] lengths = IntStream.of(longestFirst).map(packing::length).toArray();
            List<Integer> groups = LengthGroups.cut(lengths, CHUNK);
            long[] groupSizes = new long[groups.size()];
            long[] groupLengths = new long[groups.size()];
            int first = 0;
            for (int g = 0; g < groupSizes.length; g++) {
                groupLengths[g] = lengths[first];
                groupSizes[g] = groupLengths[g] * groups.get(g);
                first += groups.get(g);
            }
            long[] slotRows = new long[Math.toIntExact(Arrays.stream(groupSizes).sum())];
            long[] rowSlots = new long[rows];
            int slot = 0;
            int sequence = 0;
            for (int g = 0; g < groupSizes.length; g++) {
                for (int i = 0; i < groups.get(g); i++, sequence++, slot += (int) groupLengths[g]) {
                    int offset = packing.offset(longestFirst[sequence]);
                    for (int t = 0; t < lengths[sequence]; t++) {
                        slotRows[slot + t] = offset + t;
                        rowSlots[offset + t] = slot + t;
                    }
                }
            }
            return new Slots(slotRows, rowSlots, groupSizes, groupLengths);
        }
    }
}
