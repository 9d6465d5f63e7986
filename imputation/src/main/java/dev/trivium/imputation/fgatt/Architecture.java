package dev.trivium.imputation.fgatt;

import java.util.Locale;

/**
 * Everything that shapes the network, apart from the data and the graph.
 *
 * @param width d, a multiple of {@code heads}
 * @param heads H, at least 1
 * @param hidden width between the two maps of a feed-forward part, at least 1
 * @param layers L, at least 1
 * @param window T, steps that the network sees at once, between 1 and 2000
 * @param dropout in [0, 1)
 * @param order how graph attention and temporal layers follow one another
 * @param hideSelf whether a step may not attend to itself in the temporal layers (the diagonal mask of Du et al. 2023)
 * @param maskChannel whether the network is told which values are visible and how far the next ones are; without it hidden values are zeros
 * @param residual whether the answer is added to the linear interpolation, or is the estimate itself
 * @param calendar whether the time of day and the day of the week are inputs; needs a time axis with dates
 */
public record Architecture(int width, int heads, int hidden, int layers, int window, double dropout, Order order, boolean hideSelf,
        boolean maskChannel, boolean residual, boolean calendar) {

    /** Checks every value. */
    public Architecture {
        Rules.between("heads", 1, 1024, heads);
        Rules.between("hidden", 1, 65_536, hidden);
        Rules.between("layers", 1, 1000, layers);
        Rules.between("window", 1, 2000, window);
        if (width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "width must be a positive multiple of heads, got width=%d, heads=%d",
                    width, heads));
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
        }
    }

    /** {@return width 32, 4 heads, 2 layers, windows of 24 steps, dropout 0.1, graph attention first, all inputs but the calendar} */
    public static Architecture standard() {
        return new Architecture(32, 4, 64, 2, 24, 0.1, Order.ST, false, true, true, false);
    }

    /** {@return this network with other sizes} */
    public Architecture withSizes(int otherWidth, int otherHeads, int otherHidden, int otherLayers) {
        return new Architecture(otherWidth, otherHeads, otherHidden, otherLayers, window, dropout, order, hideSelf, maskChannel, residual,
                calendar);
    }

    /** {@return this network for windows of another length} */
    public Architecture withWindow(int other) {
        return new Architecture(width, heads, hidden, layers, other, dropout, order, hideSelf, maskChannel, residual, calendar);
    }

    /** {@return this network with another dropout} */
    public Architecture withDropout(double other) {
        return new Architecture(width, heads, hidden, layers, window, other, order, hideSelf, maskChannel, residual, calendar);
    }

    /** {@return this network in another order} */
    public Architecture withOrder(Order other) {
        return new Architecture(width, heads, hidden, layers, window, dropout, other, hideSelf, maskChannel, residual, calendar);
    }

    /** {@return this network with or without the diagonal mask over time} */
    public Architecture withHideSelf(boolean other) {
        return new Architecture(width, heads, hidden, layers, window, dropout, order, other, maskChannel, residual, calendar);
    }

    /** {@return this network with or without the mask and the gaps among its inputs} */
    public Architecture withMaskChannel(boolean other) {
        return new Architecture(width, heads, hidden, layers, window, dropout, order, hideSelf, other, residual, calendar);
    }

    /** {@return this network with or without the linear interpolation added to its answer} */
    public Architecture withResidual(boolean other) {
        return new Architecture(width, heads, hidden, layers, window, dropout, order, hideSelf, maskChannel, other, calendar);
    }

    /** {@return this network with or without the calendar among its inputs} */
    public Architecture withCalendar(boolean other) {
        return new Architecture(width, heads, hidden, layers, window, dropout, order, hideSelf, maskChannel, residual, other);
    }
}
