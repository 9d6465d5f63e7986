package dev.trivium.nn.training;

/** Thrown at the first loss or score that is not a finite number. */
public final class NonFiniteLossException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonFiniteLossException(String what, double value, int epoch, int batch, double rate) {
        super(what + " must be finite, got " + value + " in epoch " + epoch + ", batch " + batch + ", at learning rate " + rate
                + ": lower the rate, or look for extreme values in the training data");
    }
}
