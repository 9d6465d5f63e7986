package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * ECFP4 (Rogers and Hahn 2010) by CDK: which surroundings of up to two bonds around an atom a molecule has, 2,048 bits, each surrounding
 * folded onto one. Stereo is ignored. The same for every order of the atoms, but for a few large aromatic rings such as porphyrins, whose double
 * bonds CDK tells apart. Immutable.
 */
public final class Fingerprint {

    /** Number of bits. */
    public static final int BITS = 2048;

    /** Number of words of 64 bits that hold them. */
    public static final int WORDS = BITS / Long.SIZE;

    private final long[] words;
    private final int count;

    private Fingerprint(long[] words) {
        this.words = words;
        int ones = 0;
        for (long word : words) {
            ones += Long.bitCount(word);
        }
        count = ones;
    }

    /** {@return the fingerprint of a molecule} */
    public static Fingerprint of(Molecule molecule) {
        try {
            IAtomContainer flat = molecule.container().clone();
            flat.setStereoElements(List.of()); // CDK would look at them
            CircularFingerprinter printer = new CircularFingerprinter(CircularFingerprinter.CLASS_ECFP4, BITS); // keeps the molecule: one each
            return of(printer.getBitFingerprint(flat).asBitSet());
        } catch (CDKException | CloneNotSupportedException e) {
            throw new IllegalStateException("CDK must give the fingerprint of any molecule, but failed for " + molecule, e);
        }
    }

    private static Fingerprint of(BitSet bits) {
        return new Fingerprint(Arrays.copyOf(bits.toLongArray(), WORDS));
    }

    /**
     * {@return a fingerprint by its words}
     *
     * @param words bit b is bit b mod 64 of word b / 64
     * @throws IllegalArgumentException if there are not {@link #WORDS}
     */
    public static Fingerprint of(long[] words) {
        if (words.length != WORDS) {
            throw new IllegalArgumentException("words must be " + WORDS + ", got " + words.length);
        }
        return new Fingerprint(words.clone());
    }

    /** {@return the bits as {@link #of(long[])} takes them} */
    public long[] words() {
        return words.clone();
    }

    /** {@return the numbers of the bits that are 1, increasing} */
    public int[] ones() {
        int[] ones = new int[count];
        int at = 0;
        for (int w = 0; w < WORDS; w++) {
            for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                ones[at++] = Long.SIZE * w + Long.numberOfTrailingZeros(rest);
            }
        }
        return ones;
    }

    /** {@return how many bits are 1} */
    public int count() {
        return count;
    }

    /** {@return the share of bits 1 in both among those 1 in either, 0 to 1; 1 if both have none} */
    public double tanimoto(Fingerprint other) {
        int both = 0;
        for (int w = 0; w < WORDS; w++) {
            both += Long.bitCount(words[w] & other.words[w]);
        }
        int either = count + other.count - both;
        return either == 0 ? 1 : (double) both / either;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return count + " of " + BITS + " bits";
    }
}
