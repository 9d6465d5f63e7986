package dev.trivium.evaluation.chart;

import java.util.List;

/** One of the small plots of {@link SmallMultiples}. */
interface Panel {

    /** {@return what stands above the plot} */
    String heading();

    /** {@return what its vertical axis shows} */
    Range range();

    /** Draws into a plot whose frame is there already. */
    void draw(Plot plot, List<Mark> marks);
}
