package dev.trivium.molecular.featurize;

import java.util.Optional;
import org.openscience.cdk.io.IChemObjectReaderErrorHandler;

/** Keeps the first of the faults that CDK's reader tells of, which it would else write to the standard error stream. */
final class BlockFaults implements IChemObjectReaderErrorHandler {

    private Optional<String> first = Optional.empty();

    /** What was wrong first; empty if nothing. */
    Optional<String> first() {
        return first;
    }

    private void add(String message) {
        first = first.isPresent() ? first : Optional.of(message);
    }

    @Override
    public void handleError(String message) {
        add(message);
    }

    @Override
    public void handleError(String message, Exception cause) {
        add(message);
    }

    @Override
    public void handleError(String message, int row, int from, int to) {
        add(message);
    }

    @Override
    public void handleError(String message, int row, int from, int to, Exception cause) {
        add(message);
    }

    @Override
    public void handleFatalError(String message) {
        add(message);
    }

    @Override
    public void handleFatalError(String message, Exception cause) {
        add(message);
    }

    @Override
    public void handleFatalError(String message, int row, int from, int to) {
        add(message);
    }

    @Override
    public void handleFatalError(String message, int row, int from, int to, Exception cause) {
        add(message);
    }
}
