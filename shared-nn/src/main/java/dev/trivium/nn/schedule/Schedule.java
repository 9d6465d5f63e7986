package dev.trivium.nn.schedule;

/** A learning rate for every update of a run. */
@FunctionalInterface
public interface Schedule {

    /** {@return the learning rate of the coming update, at least 0} */
    double rate(Progress at);
}
