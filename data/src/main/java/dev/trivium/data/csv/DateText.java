package dev.trivium.data.csv;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/**
 * Reads dates with a year of four digits: {@code 2020-01-31}, {@code 2020/1/31}, {@code 2020.01.31}, {@code 2020-01}, {@code 2020-Q1},
 * {@code 2020-W05}, {@code 31 Jan 2020}, {@code January 31, 2020}, {@code 31/01/2020} or {@code 01/31/2020}, each with or without a time.
 */
final class DateText {

    /** Which number of {@code a/b/yyyy} is the day. */
    enum Order { YEAR_FIRST, DAY_FIRST, MONTH_FIRST }

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> LONG_MONTHS = List.of("january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december");

    private DateText() {}

    /** Reads a stamp; false if the text is none in this order. With {@code YEAR_FIRST}, also every form that names its month. */
    static boolean read(char[] text, int from, int to, Order order, Stamp stamp) {
        StampCursor cursor = new StampCursor(text, from, to);
        long day = order == Order.YEAR_FIRST ? unmistakable(cursor) : yearLast(cursor, order);
        if (day == Long.MIN_VALUE) {
            return false;
        }
        stamp.local(day * Stamp.DAY);
        if (!TimeOfDay.read(cursor, stamp)) {
            return false;
        }
        if (stamp.hasOffset) {
            stamp.value -= stamp.offsetSeconds * 1_000_000L;
        }
        return true;
    }

    private static long yearLast(StampCursor cursor, Order order) {
        int first = upToTwoDigits(cursor);
        char separator = cursor.takeAny("/-.");
        int second = separator == 0 ? -1 : upToTwoDigits(cursor);
        if (first < 0 || second < 0 || !cursor.take(separator) || cursor.digitsAhead() != 4) {
            return Long.MIN_VALUE;
        }
        int year = cursor.number(4);
        return order == Order.DAY_FIRST ? date(year, second, first) : date(year, first, second);
    }

    private static long unmistakable(StampCursor cursor) {
        int digits = cursor.digitsAhead();
        if (digits == 4) {
            return afterYear(cursor, cursor.number(4));
        }
        if (digits == 8) {
            int year = cursor.number(4);
            long date = date(year, cursor.number(2), cursor.number(2));
            return cursor.peek() == 'T' ? date : Long.MIN_VALUE; // without a time it is an integer as well
        }
        if (digits > 2) {
            return Long.MIN_VALUE;
        }
        int day = digits == 0 ? 0 : cursor.number(digits);
        cursor.takeAny(" -/.");
        int month = month(cursor);
        if (month == 0) {
            return Long.MIN_VALUE;
        }
        cursor.takeAny(" -/.");
        if (day == 0 && cursor.digitsAhead() < 4) { // January 31, 2020
            day = upToTwoDigits(cursor);
            cursor.takeAny(",");
            cursor.blanks();
        }
        return cursor.digitsAhead() == 4 ? date(cursor.number(4), month, day == 0 ? 1 : day) : Long.MIN_VALUE;
    }

    private static long afterYear(StampCursor cursor, int year) {
        char separator = cursor.takeAny("-/. ");
        char letter = cursor.takeAny("QqWw");
        if (letter != 0) {
            return quarterOrWeek(cursor, year, Character.toUpperCase(letter));
        }
        int month = month(cursor);
        if (month == 0) {
            if (separator == 0 || separator == ' ') {
                return Long.MIN_VALUE;
            }
            month = upToTwoDigits(cursor);
        }
        if (cursor.atEnd()) {
            return separator == '.' ? Long.MIN_VALUE : date(year, month, 1); // 2020.5 is a number
        }
        if (!cursor.take(separator)) {
            return Long.MIN_VALUE;
        }
        return date(year, month, upToTwoDigits(cursor));
    }

    private static long quarterOrWeek(StampCursor cursor, int year, char letter) {
        int number = upToTwoDigits(cursor);
        if (letter == 'Q') {
            return number >= 1 && number <= 4 ? date(year, 3 * number - 2, 1) : Long.MIN_VALUE;
        }
        LocalDate inYear = LocalDate.of(Math.max(year, 1), 1, 4);
        boolean exists = number >= 1 && number <= IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum();
        return exists ? inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY).toEpochDay()
                : Long.MIN_VALUE;
    }

    private static int month(StampCursor cursor) {
        int before = cursor.position();
        String word = cursor.word(9);
        int month = word.length() == 3 ? MONTHS.indexOf(word) : LONG_MONTHS.indexOf(word);
        if (month < 0) {
            cursor.back(before);
        }
        return month + 1;
    }

    private static int upToTwoDigits(StampCursor cursor) {
        int digits = cursor.digitsAhead();
        return digits == 1 || digits == 2 ? cursor.number(digits) : -1;
    }

    static long date(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) { // the 31st of a month of 30 days
            return Long.MIN_VALUE;
        }
    }
}
