package dev.trivium.evaluation.chart;

import java.io.IOException;
import java.nio.file.Path;

/** Something that can be drawn. */
public sealed interface Chart permits ForecastChart, GapChart, HeatChart, LineChart, NodeChart, TrialChart {

    /** {@return the chart, laid out} */
    Picture picture();

    /**
     * Draws the chart into a file, see {@link Picture#write}.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    default void write(Path file) throws IOException {
        Picture.requireKnownExtension(file);
        picture().write(file);
    }
}
