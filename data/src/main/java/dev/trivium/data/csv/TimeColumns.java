package dev.trivium.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the column of time stamps from the first lines of a file. */
final class TimeColumns {

    private static final Set<String> NAMES = Set.of("", "date", "time", "datetime", "date_time", "date time", "timestamp", "time_stamp",
            "time stamp", "ds", "t", "index", "idx", "step", "time_idx", "unix", "epoch");
    private static final List<String> PARTS = List.of("year", "month", "week", "day", "hour", "minute", "second");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}([:.]\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private final CsvFile file;
    private final Sample sample;

    TimeColumns(CsvFile file, Sample sample) {
        this.file = file;
        this.sample = sample;
    }

    /** Every column that holds dates in most of the sampled lines. */
    List<Integer> dates() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < sample.width(); i++) {
            if (mostly(sample.column(i), TimeColumns::isDate)) {
                found.add(i);
            }
        }
        return found;
    }

    /** The one column of stamps; refuses when there is none, or more than one. */
    int find() throws CsvFormatException {
        List<Integer> dates = dates();
        if (dates.size() > 1) {
            throw file.error("columns " + names(dates) + " all hold dates; choose the time column with --time, for example --time \""
                    + sample.header().get(dates.get(0)) + "\"");
        }
        if (dates.isEmpty()) {
            return counter();
        }
        int date = dates.get(0);
        for (int i = 0; i < sample.width(); i++) {
            List<String> clock = sample.column(i);
            if (i != date && clock.stream().anyMatch(text -> text.contains(":") || text.split("\\.").length == 3)
                    && mostly(clock, text -> CLOCK.matcher(text).matches())) {
                throw file.error("columns " + names(List.of(date, i)) + " look like date and time of day of one stamp; say so with --time "
                        + sample.header().get(date) + "," + sample.header().get(i));
            }
        }
        return date;
    }

    private int counter() throws CsvFormatException {
        List<String> names = sample.header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < names.size(); i++) {
            if (NAMES.contains(names.get(i)) && mostly(sample.column(i), text -> INTEGER.matcher(text).matches()) && rises(sample.column(i))) {
                return i;
            }
        }
        List<Integer> parts = PARTS.stream().map(names::indexOf).filter(i -> i >= 0).toList();
        if (parts.size() == 1 && mostly(sample.column(parts.get(0)), text -> INTEGER.matcher(text).matches())) {
            return parts.get(0);
        }
        String hint = parts.size() < 2 ? "" : "; or join the parts of a date, for example with --time " + String.join(",", names(parts))
                + " --time-format \"y M d H\"";
        throw file.error("has no column that is clearly its time: none holds dates, and none with a name such as date, time or index "
                + "counts upwards; choose one of " + sample.header() + " with --time, or number the rows with --time-rule row-numbers" + hint);
    }

    /** Whether the integers go up more often than down; a repeated or misplaced one is a matter for who reads the rows. */
    private static boolean rises(List<String> texts) {
        List<Long> numbers = texts.stream().filter(text -> INTEGER.matcher(text).matches()).map(Long::valueOf).toList();
        int balance = 0;
        for (int i = 1; i < numbers.size(); i++) {
            balance += numbers.get(i).compareTo(numbers.get(i - 1));
        }
        return balance > 0 || numbers.size() == 1;
    }

    static boolean isDate(String text) {
        Stamp stamp = new Stamp();
        for (DateText.Order order : DateText.Order.values()) {
            if (DateText.read(text.toCharArray(), 0, text.length(), order, stamp)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mostly(List<String> texts, Predicate<String> test) {
        return !texts.isEmpty() && 2 * texts.stream().filter(test).count() > texts.size();
    }

    private List<String> names(List<Integer> columns) {
        return columns.stream().map(i -> sample.header().get(i)).toList();
    }
}
