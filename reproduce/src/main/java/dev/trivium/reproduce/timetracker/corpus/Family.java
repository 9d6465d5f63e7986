package dev.trivium.reproduce.timetracker.corpus;

/** One kind of drawn series. */
@FunctionalInterface
interface Family {

    /**
     * @param dice   where every random choice comes from
     * @param length points
     * @return finite values on any scale
     */
    double[] draw(Dice dice, int length);
}
