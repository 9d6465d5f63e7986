package dev.trivium.evaluation.scorecard;

/** What a method on a score card is. */
public enum MethodKind {
    /** The last observed value, repeated. Every card has it. */
    LAST_VALUE,
    /** The values of one season ago, repeated. Every card has it. */
    SEASONAL_NAIVE,
    /** Another forecast that learns next to nothing, such as drift. */
    NAIVE,
    /** A simple fitted method that a model has to be worth more than. */
    BASELINE,
    /** The model that the card is about. */
    MODEL;

    /** {@return whether this is one of the naive forecasts, against the best of which skill is measured} */
    public boolean isNaive() {
        return this == LAST_VALUE || this == SEASONAL_NAIVE || this == NAIVE;
    }
}
