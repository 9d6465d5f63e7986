package dev.trivium.nn.artifact;

import java.util.Optional;

/** What names and shapes of tensors must be. */
final class TensorRules {

    static final String METADATA = "__metadata__";
    static final int LONGEST_NAME = 1024;
    static final int HIGHEST_RANK = 64;

    private TensorRules() {}

    /** The rule that a name breaks, as a sentence; empty for a good name. */
    static Optional<String> name(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of("tensor name must have 1 to " + LONGEST_NAME + " characters, got " + name.length());
        }
        if (name.equals(METADATA)) {
            return Optional.of("tensor name must not be the reserved " + METADATA);
        }
        if (!TextQuote.printable(name)) {
            return Optional.of("tensor name must not hold control characters or half surrogates, got " + TextQuote.of(name));
        }
        return Optional.empty();
    }

    /** The product of the sizes, or -1 when a size is negative, the rank is above the limit or the product (times 8 bytes) overflows. */
    static long elements(long[] shape) {
        if (shape.length > HIGHEST_RANK) {
            return -1;
        }
        long product = 1;
        for (long size : shape) {
            if (size < 0 || (size > 0 && product > (Long.MAX_VALUE >> 3) / size)) {
                return -1;
            }
            product *= size;
        }
        return product;
    }
}
