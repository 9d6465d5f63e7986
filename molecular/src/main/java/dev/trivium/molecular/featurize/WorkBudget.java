package dev.trivium.molecular.featurize;

/**
 * Bounds the work done for one molecule, in steps of a few nanoseconds each. All that can grow faster than the molecule spends from it, so
 * that no string takes much longer than a second, without a clock and without a thread that could be left behind.
 */
final class WorkBudget {

    private static final long STEPS = 50_000_000;

    private long left = STEPS;

    /** @throws SmilesRefusedException if the budget is spent */
    void spend(long steps) throws SmilesRefusedException {
        left -= steps;
        if (left < 0) {
            throw new SmilesRefusedException("too complex: rings or stereo centres need more work than a molecule is given");
        }
    }
}
