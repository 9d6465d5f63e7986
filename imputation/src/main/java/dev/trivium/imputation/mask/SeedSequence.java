package dev.trivium.imputation.mask;

/** How NumPy spreads a seed over a generator's state: a pool of four words mixed with the seed, then drawn out (after O'Neill's seed_seq). */
final class SeedSequence {

    private static final int POOL = 4;
    private static final int SHIFT = 16;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;
    private static final int FIRST_IN = 0x43b0d7e5;
    private static final int NEXT_IN = 0x931e8875;
    private static final int FIRST_OUT = 0x8b51f9dd;
    private static final int NEXT_OUT = 0x58f38ded;

    private int constant = FIRST_IN;

    private SeedSequence() {
    }

    /** {@return four words of 64 bits, as {@code SeedSequence(seed).generate_state(4, uint64)}} */
    static long[] words(long seed) {
        int[] pool = new SeedSequence().pool(seed);
        long[] words = new long[POOL];
        int out = FIRST_OUT;
        for (int i = 0; i < 2 * POOL; i++) {
            int word = pool[i % POOL] ^ out;
            out *= NEXT_OUT;
            word *= out;
            word ^= word >>> SHIFT;
            words[i / 2] |= (word & 0xffffffffL) << 32 * (i % 2);
        }
        return words;
    }

    private int[] pool(long seed) {
        int[] pool = {(int) seed, (int) (seed >>> 32), 0, 0};
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(pool[i]);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    int mixed = MIX_LEFT * pool[to] - MIX_RIGHT * hash(pool[from]);
                    pool[to] = mixed ^ mixed >>> SHIFT;
                }
            }
        }
        return pool;
    }

    private int hash(int value) {
        int hashed = value ^ constant;
        constant *= NEXT_IN;
        hashed *= constant;
        return hashed ^ hashed >>> SHIFT;
    }
}
