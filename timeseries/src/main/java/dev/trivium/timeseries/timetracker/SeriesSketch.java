package dev.trivium.timeseries.timetracker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/**
 * A small part of the hashes of all blocks of {@value #BLOCK} values that series hold, by which rows of them are recognised wherever they begin. The
 * values cannot be had back from it. A block is hashed as floats; one with a gap, or in which most values equal the one before, is left out.
 */
public final class SeriesSketch {

    /** Values of a block. */
    public static final int BLOCK = 8;

    private final String name;
    private final int every;
    private final int[] hashes;

    private SeriesSketch(String name, int every, int[] hashes) {
        this.name = name;
        this.every = every;
        this.hashes = hashes;
    }

    /**
     * {@return the sketch of series}
     *
     * @param name  of the set
     * @param every one of so many hashes is kept, a power of two
     */
    public static SeriesSketch of(String name, int every, Collection<float[]> series) {
        if (every < 1 || Integer.bitCount(every) != 1) {
            throw new IllegalArgumentException("every must be a power of two, got " + every);
        }
        TreeSet<Integer> kept = new TreeSet<>();
        for (float[] x : series) {
            for (int t = 0; t + BLOCK <= x.length; t++) {
                long hash = hash(x, t);
                if (hash != 0 && sampled(hash, every)) {
                    kept.add(folded(hash));
                }
            }
        }
        return new SeriesSketch(name, every, kept.stream().mapToInt(Integer::intValue).toArray());
    }

    /** {@return the name of the set} */
    public String name() {
        return name;
    }

    /** {@return the number of hashes} */
    public int size() {
        return hashes.length;
    }

    /**
     * How much of a series is in the sketch.
     *
     * @param met     blocks whose hash is there
     * @param sampled blocks whose hash would be there if the series were
     */
    public record Match(int met, int sampled) {

        Match plus(Match other) {
            return new Match(met + other.met, sampled + other.sampled);
        }
    }

    /** {@return how much of the values {@code [from, to)} of a column is in the sketch} */
    public Match match(double[] column, int from, int to) {
        float[] x = new float[to - from];
        for (int t = 0; t < x.length; t++) {
            x[t] = (float) column[from + t];
        }
        int met = 0;
        int sampled = 0;
        for (int t = 0; t + BLOCK <= x.length; t++) {
            long hash = hash(x, t);
            if (hash != 0 && sampled(hash, every)) {
                sampled++;
                met += Arrays.binarySearch(hashes, folded(hash)) >= 0 ? 1 : 0;
            }
        }
        return new Match(met, sampled);
    }

    private static long hash(float[] x, int from) {
        long hash = 0x9E3779B97F4A7C15L;
        int changes = 0;
        for (int t = from; t < from + BLOCK; t++) {
            if (Float.isNaN(x[t])) {
                return 0;
            }
            changes += t > from && x[t] != x[t - 1] ? 1 : 0;
            hash = (hash ^ Float.floatToIntBits(x[t] + 0f)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 31;
        }
        return 2 * changes > BLOCK ? hash : 0;
    }

    private static boolean sampled(long hash, int every) {
        return (hash >>> 40 & every - 1) == 0;
    }

    private static int folded(long hash) {
        return (int) hash;
    }

    /** Writes the sketch. */
    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(name);
        out.writeInt(every);
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
    }

    /** {@return a sketch that {@link #write} wrote} */
    static SeriesSketch read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        int every = in.readInt();
        int[] hashes = new int[in.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
        }
        return new SeriesSketch(name, every, hashes);
    }
}
