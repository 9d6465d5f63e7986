package dev.trivium.evaluation.scorecard;

/** What a method on a score card is. */
public enum MethodKind {
    /** The last observed value, repeated. Every card of forecasts has it. */
    LAST_VALUE,
    /** The values of one season ago, repeated. Every card of forecasts has it. */
    SEASONAL_NAIVE,
    /** Another method that learns next to nothing, such as drift, or the mean of the training labels, which every card of properties has. */
    NAIVE,
    /** A simple fitted method that a model has to be worth more than. */
    BASELINE,
    /** The model that the card is about. */
    MODEL;

    /** {@return whether this is one of the naive methods, the best of which is what every other is held against} */
    public boolean isNaive() {
        return this == LAST_VALUE || this == SEASONAL_NAIVE || this == NAIVE;
    }
}
