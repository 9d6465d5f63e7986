package dev.trivium.data.catalog;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import java.util.Locale;
import java.util.function.Function;

/** How published results divide a data set into training, validation and test rows. */
public enum SplitRule {
    /** 12, 4 and 4 months of 30 days at one row an hour: 8640, 2880 and 2880 rows; later rows are not used. */
    ETT_HOURLY(Split::ettHourly),
    /** 12, 4 and 4 months of 30 days at four rows an hour: 34560, 11520 and 11520 rows; later rows are not used. */
    ETT_QUARTER_HOURLY(Split::ettQuarterHourly),
    /** The first 70 % of the rows for training, the last 20 % for testing, both rounded down; the rest for validation. */
    PUBLISHED(Split::published);

    private final Function<SeriesSet, Split> rule;

    SplitRule(Function<SeriesSet, Split> rule) {
        this.rule = rule;
    }

    /**
     * Divides a series by this rule.
     *
     * @param series the whole series
     * @throws IllegalArgumentException if it is too short for the rule
     */
    public Split split(SeriesSet series) {
        return rule.apply(series);
    }

    /** {@return the name as in the catalogue, such as {@code ett-hourly}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
