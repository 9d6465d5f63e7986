package dev.trivium.cli.forecast;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.List;

/** The series that a model was fitted on, and whether data have them. */
final class FittedColumns {

    private FittedColumns() {}

    /**
     * Refuses data without a series that a model was fitted on.
     *
     * @throws IllegalArgumentException if one is not there; the message names all that are not
     */
    static void require(SeriesSet data, List<Variable> fitted, String model) {
        List<String> absent = new ArrayList<>(fitted.stream().map(Variable::name).toList());
        absent.removeAll(data.names());
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException("--data must have every series that " + model + " was fitted on, got " + String.join(", ", data.names())
                    + " without " + String.join(", ", absent));
        }
    }
}
