package dev.trivium.reproduce.timetracker.zeroshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What forecasts, in the order of the tables. */
enum Method {
    LAST_VALUE("last-value"),
    SEASONAL_NAIVE("seasonal-naive"),
    DRIFT("drift"),
    LINEAR("linear"),
    BOOSTED_TREES("boosted-trees"),
    SIMPLE_AVERAGE("simple-average"),
    WAVERORA("waverora"),
    ZERO_SHOT("timetracker"),
    FEW_SHOT("timetracker-few"),
    FULL("timetracker-full");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    static Method parse(String text) {
        return Arrays.stream(values()).filter(m -> m.title.equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("methods must be among " + titles() + ", got " + text));
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(Method::title).toList();
    }

    /** {@return the name in files, options and tables} */
    String title() {
        return title;
    }

    /** {@return whether nothing is fitted, so that errors on training rows are those on unseen rows} */
    boolean isRule() {
        return this == LAST_VALUE || this == SEASONAL_NAIVE || this == DRIFT;
    }
}
