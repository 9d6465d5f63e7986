package dev.trivium.data.series;

import java.time.Duration;

/** Says a duration in the largest unit that divides it: {@code "15 min"}, {@code "1 h"}, {@code "7 days"}, {@code "250 ms"}. */
final class StepText {

    private StepText() {}

    static String of(Duration step) {
        if (step.getNano() != 0) {
            return step.getNano() % 1_000_000 == 0 ? step.toMillis() + " ms" : step.getSeconds() + nanos(step) + " s";
        }
        long seconds = step.getSeconds();
        if (seconds % 86_400 == 0) {
            return count(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    static String count(long n, String unit) {
        return n == 1 ? "1 " + unit : n + " " + unit + "s";
    }

    private static String nanos(Duration step) {
        String digits = Integer.toString(1_000_000_000 + step.getNano()).substring(1);
        return "." + digits.replaceFirst("0+$", "");
    }
}
