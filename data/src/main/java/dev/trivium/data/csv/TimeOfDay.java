package dev.trivium.data.csv;

/**
 * Reads what follows a date: a time of day ({@code 14}, {@code 14:30}, {@code 14.30.00}, {@code 2:30:00.25 PM}) and an offset from UTC
 * ({@code Z}, {@code +01:00}, {@code +0100}, {@code +01}).
 */
final class TimeOfDay {

    private static final long SECOND = 1_000_000L;

    private TimeOfDay() {}

    /** Adds the time to the start of the day in {@code stamp}; false if the rest of the text is not a time. */
    static boolean read(StampCursor cursor, Stamp stamp) {
        if (cursor.atEnd()) {
            return true;
        }
        boolean separated = cursor.takeAny("Tt,") != 0;
        separated |= cursor.blanks();
        if (!separated || !clock(cursor, stamp)) {
            return false;
        }
        cursor.blanks();
        return cursor.atEnd() || offset(cursor, stamp) && cursor.atEnd();
    }

    private static boolean clock(StampCursor cursor, Stamp stamp) {
        int digits = cursor.digitsAhead();
        int hour;
        int minute = 0;
        long micros = 0;
        if (digits == 4 || digits == 6) { // compact: 1430, 143000
            hour = cursor.number(2);
            minute = cursor.number(2);
            micros = digits == 6 ? cursor.number(2) * SECOND : 0;
        } else if (digits == 1 || digits == 2) {
            hour = cursor.number(digits);
            char separator = cursor.takeAny(":.");
            if (separator != 0) {
                if (cursor.digitsAhead() != 2) {
                    return false;
                }
                minute = cursor.number(2);
                micros = seconds(cursor, separator);
            }
        } else {
            return false;
        }
        hour = halfDay(cursor, hour);
        boolean midnightAtTheEnd = hour == 24 && minute == 0 && micros == 0; // ISO 8601: 24:00 is the end of the day
        if (hour < 0 || hour > 23 && !midnightAtTheEnd || minute > 59 || micros < 0 || micros >= 60 * SECOND) {
            return false;
        }
        stamp.value += hour * 3_600 * SECOND + minute * 60 * SECOND + micros;
        return true;
    }

    /** Seconds and decimals in microseconds; 0 if there are none, -1 if they cannot be read exactly. */
    private static long seconds(StampCursor cursor, char separator) {
        if (!cursor.take(separator)) {
            return 0;
        }
        if (cursor.digitsAhead() != 2) {
            return -1;
        }
        long micros = cursor.number(2) * SECOND;
        if (cursor.takeAny(".,") != 0) {
            int digits = cursor.digitsAhead();
            int used = Math.min(digits, 6);
            long fraction = cursor.number(used);
            for (int i = used; i < 6; i++) {
                fraction *= 10;
            }
            for (int i = used; i < digits; i++) {
                if (cursor.number(1) != 0) {
                    return -1; // finer than a microsecond
                }
            }
            micros = digits == 0 ? -1 : micros + fraction;
        }
        return micros;
    }

    private static int halfDay(StampCursor cursor, int hour) {
        int before = cursor.position();
        cursor.blanks();
        String word = cursor.word(2);
        if (word.equals("am") || word.equals("pm")) {
            return hour < 1 || hour > 12 ? -1 : hour % 12 + (word.equals("pm") ? 12 : 0);
        }
        cursor.back(before);
        return hour;
    }

    private static boolean offset(StampCursor cursor, Stamp stamp) {
        stamp.hasOffset = true;
        stamp.offsetSeconds = 0;
        if (cursor.takeAny("Zz") != 0) {
            return true;
        }
        int before = cursor.position();
        String word = cursor.word(3);
        if (word.equals("utc") || word.equals("gmt")) {
            return true;
        }
        cursor.back(before);
        char sign = cursor.takeAny("+-");
        int digits = cursor.digitsAhead();
        if (sign == 0 || digits != 2 && digits != 4) {
            return false;
        }
        int hours = cursor.number(2);
        int minutes = 0;
        if (digits == 4) {
            minutes = cursor.number(2);
        } else if (cursor.take(':')) {
            if (cursor.digitsAhead() != 2) {
                return false;
            }
            minutes = cursor.number(2);
        }
        stamp.offsetSeconds = (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
        return hours <= 18 && minutes <= 59;
    }
}
