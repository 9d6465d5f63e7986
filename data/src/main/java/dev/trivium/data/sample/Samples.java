package dev.trivium.data.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The series that ship with the library. */
public final class Samples {

    private static final Sample CHICAGO_L = new Sample("chicago-l",
            "Chicago 'L' station entries",
            "People entering twenty stations of the Chicago 'L' each day, 2001-01-08 to 2016-08-14. Weekdays and weekends differ,"
                    + " holidays and closed stations break the pattern, the level drifts over years.",
            "MIT, Copyright (c) 2019 Max Kuhn, RStudio",
            "M. Kuhn and K. Johnson, Feature Engineering and Selection, Chapman and Hall/CRC, 2020;"
                    + " data set Chicago of the R package modeldata 1.1.0",
            new Sample.Content(5698, 20, "1 day", "thousand people",
                    "a7f5873fa586960a92d76013f5c8f76c00214f45ba3120bfbf47c5f74e11aff7"));

    private Samples() {}

    /** {@return daily entries at twenty stations of the Chicago 'L'} */
    public static Sample chicagoL() {
        return CHICAGO_L;
    }

    /** {@return all samples} */
    public static List<Sample> all() {
        return List.of(CHICAGO_L);
    }

    /**
     * Finds a sample by its name.
     *
     * @param name name of a sample; case does not matter
     * @throws IllegalArgumentException if there is no such sample; the message lists those there are
     */
    public static Sample get(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return all().stream().filter(sample -> sample.name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be a sample, one of "
                        + all().stream().map(Sample::name).collect(Collectors.joining(", ")) + ", got " + name));
    }
}
