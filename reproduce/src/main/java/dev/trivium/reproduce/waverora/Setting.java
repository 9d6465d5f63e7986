package dev.trivium.reproduce.waverora;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the paper's table: a data set and a horizon.
 *
 * @param dataset name as in the paper and in the catalogue
 * @param horizon steps to forecast
 */
record Setting(String dataset, int horizon) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]+):([0-9]{1,4})");

    /** {@return the setting written as {@code ETTh1:96}} */
    static Setting parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("setting must be written as DATASET:HORIZON, such as ETTh1:96, got " + text);
        }
        return new Setting(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return dataset + ":" + horizon;
    }
}
