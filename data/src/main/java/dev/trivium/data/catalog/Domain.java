package dev.trivium.data.catalog;

import java.util.Locale;

/** What a data set is mainly used for. */
public enum Domain {
    /** Multivariate series to be continued. */
    FORECASTING,
    /** Series with gaps, and the graphs of their sensors. */
    IMPUTATION,
    /** Molecules with measured properties. */
    MOLECULES,
    /** Measurements of radio networks. */
    WIRELESS;

    /** {@return the name in lower case, as {@code trivium data list} prints it} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
