package dev.trivium.evaluation.audit;

/** One number per row of some columns, and one per block of rows, equal where the values are. */
final class BlockHashes {

    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long NOTHING = 0x7FF8000000000000L;
    private final long[] row;
    private final boolean[] tells;

    BlockHashes(SeriesRows rows, int[] columns) {
        row = new long[rows.rows()];
        tells = new boolean[rows.rows()];
        for (int t = 0; t < row.length; t++) {
            long hash = 17;
            boolean observed = false;
            for (int s : columns) {
                double value = rows.value(t, s);
                observed |= !Double.isNaN(value);
                hash = mix(hash ^ (Double.isNaN(value) ? NOTHING : Double.doubleToLongBits(value + 0.0)));
            }
            row[t] = observed ? hash : 0;
            tells[t] = observed && (t == 0 || row[t] != row[t - 1]);
        }
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * PRIME;
        return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    }

    /** {@return the hash of the rows {@code [t, t + length)} for each t; 0 where a row has nothing or at most half of them tell something new} */
    long[] blocks(int length) {
        long[] hashes = new long[row.length];
        int newRows = 0;
        int empty = 0;
        long hash = 0;
        long highest = 1;
        for (int i = 1; i < length; i++) {
            highest *= PRIME;
        }
        for (int t = 0; t < row.length; t++) {
            if (t >= length) {
                newRows -= tells[t - length] ? 1 : 0;
                empty -= row[t - length] == 0 ? 1 : 0;
                hash -= row[t - length] * highest;
            }
            newRows += tells[t] ? 1 : 0;
            empty += row[t] == 0 ? 1 : 0;
            hash = hash * PRIME + row[t];
            if (t >= length - 1) {
                hashes[t - length + 1] = empty == 0 && 2 * newRows > length ? (hash == 0 ? 1 : hash) : 0;
            }
        }
        return hashes;
    }
}
