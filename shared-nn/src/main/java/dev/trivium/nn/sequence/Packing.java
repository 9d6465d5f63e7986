package dev.trivium.nn.sequence;

import java.util.Arrays;

/**
 * Where the tokens of a batch of sequences stand in a matrix of tokens (tokens, D): sequence after sequence, in the order given, with no
 * padding.
 *
 * <p>Sequence i holds the rows from {@code offset(i)} to {@code offset(i) + length(i) - 1}. Immutable.
 */
public final class Packing {

    private final int[] lengths;
    private final int[] offsets; // one more than there are sequences: the last is the number of tokens
    private final int maxLength;

    private Packing(int[] lengths) {
        if (lengths.length == 0) {
            throw new IllegalArgumentException("lengths must name at least one sequence, got none");
        }
        this.lengths = lengths;
        offsets = new int[lengths.length + 1];
        int longest = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 1) {
                throw new IllegalArgumentException("lengths must be at least 1, got " + lengths[i] + " for sequence " + i);
            }
            offsets[i + 1] = Math.addExact(offsets[i], lengths[i]);
            longest = Math.max(longest, lengths[i]);
        }
        maxLength = longest;
    }

    /**
     * Packs sequences.
     *
     * @param lengths the number of tokens of each sequence, at least 1
     */
    public static Packing of(int... lengths) {
        return new Packing(lengths.clone());
    }

    /** {@return the number of sequences} */
    public int sequences() {
        return lengths.length;
    }

    /** {@return the number of tokens of all sequences together} */
    public int tokens() {
        return offsets[lengths.length];
    }

    /** {@return the number of tokens of the longest sequence} */
    public int maxLength() {
        return maxLength;
    }

    /** {@return the number of tokens of a sequence} */
    public int length(int sequence) {
        return lengths[sequence];
    }

    /** {@return the row of a sequence's first token} */
    public int offset(int sequence) {
        return offsets[sequence];
    }

    /** {@return the lengths of all sequences, in order} */
    public int[] lengths() {
        return lengths.clone();
    }

    /** {@return the number of the sequence that each token belongs to, (tokens)} */
    public int[] owner() {
        int[] owner = new int[tokens()];
        for (int i = 0; i < lengths.length; i++) {
            Arrays.fill(owner, offsets[i], offsets[i + 1], i);
        }
        return owner;
    }

    /** {@return whether the other packs sequences of the same lengths in the same order} */
    @Override
    public boolean equals(Object other) {
        return other instanceof Packing packing && Arrays.equals(lengths, packing.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** {@return the lengths as text} */
    @Override
    public String toString() {
        return "Packing" + Arrays.toString(lengths);
    }
}
