package dev.trivium.nn.layer;

import dev.trivium.nn.tensor.Precision;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Dropout masks for a whole training step at once, repeatable from a seed and the step's number (Srivastava et al. 2014).
 *
 * <p>A mask holds 0 with the given probability p and 1 / (1 - p) otherwise, independently. The numbers are drawn in Java and not from
 * the engine's generator, which all trainings of a process share; so a step can be repeated, or a training resumed at it.
 *
 * <p>The probability is rounded to a multiple of 1/65536, not to 0 or 1, and the scale is that of the rounded one.
 */
public final class DropoutMasks {

    private static final int ALIGNMENT = 16; // elements; every mask starts on a cache line

    private static final Script SCRIPT = new Script("DropoutMasks", """
            def scaled(self, keep: Tensor, scale: float, doubles: bool, ranks: List[int], sizes: List[int], starts: List[int]) -> List[Tensor]:
              if doubles:
                kind = 7
              else:
                kind = 6
              flat = torch.mul_(torch.to(keep, kind), scale)
              masks = annotate(List[Tensor], [])
              at = 0
              for i in range(torch.len(ranks)):
                shape = torch.slice(sizes, at, at + ranks[i])
                at = at + ranks[i]
                count = 1
                for j in range(torch.len(shape)):
                  count = count * shape[j]
                masks.append(flat.narrow(0, starts[i], count).view(shape))
              return masks
            """);

    private final int threshold;
    private final long seed;

    /**
     * Describes the masks of a training.
     *
     * @param probability of dropping an element, in [0, 1)
     * @param seed trainings with equal seeds get equal masks
     */
    public DropoutMasks(double probability, long seed) {
        threshold = threshold(probability);
        this.seed = seed;
    }

    static int threshold(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1), got " + probability);
        }
        if (probability == 0) {
            return 0;
        }
        long nearest = Math.round(probability * MaskStream.RESOLUTION);
        return (int) Math.max(1, Math.min(MaskStream.RESOLUTION - 1, nearest));
    }

    /** {@return the masks of one training step, from its first} */
    public Step forStep(long step) {
        return new Step(new MaskStream(seed, step), threshold);
    }

    /** The masks of one training step, one after the other. */
    public static final class Step {

        private final MaskStream stream;
        private final int threshold;

        Step(MaskStream stream, int threshold) {
            this.stream = stream;
            this.threshold = threshold;
        }

        /**
         * Draws the next masks with one transfer to the device.
         *
         * @param scope owns the masks and gives them their precision
         * @return one mask per shape; none at all if the probability is 0
         */
        public List<Tensor> draw(Scope scope, long[]... shapes) {
            return threshold == 0 || shapes.length == 0 ? List.of() : DropoutMasks.draw(stream, threshold, scope, shapes);
        }
    }

    static List<Tensor> draw(MaskStream stream, int threshold, Scope scope, long[]... shapes) {
        long[] starts = new long[shapes.length];
        long total = 0;
        for (int i = 0; i < shapes.length; i++) {
            starts[i] = total;
            long count = Arrays.stream(shapes[i]).reduce(1, Math::multiplyExact);
            total = Math.addExact(total, (count + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        }
        byte[] keep = new byte[Math.toIntExact(total)];
        stream.fill(keep, threshold);
        double scale = MaskStream.RESOLUTION / (double) (MaskStream.RESOLUTION - threshold);
        long[] ranks = Arrays.stream(shapes).mapToLong(shape -> shape.length).toArray();
        long[] sizes = Arrays.stream(shapes).flatMapToLong(Arrays::stream).toArray();
        boolean doubles = scope.compute().precision() == Precision.FLOAT64;
        return SCRIPT.callMany("scaled", scope.bytes(keep, total), scale, doubles, ranks, sizes, starts);
    }
}
