package dev.trivium.data.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** A stamp just read: an integer, or microseconds since 1970 by the wall clock, with the offset from UTC where the text states it. */
final class Stamp {

    static final long DAY = 86_400_000_000L;

    long value;
    int offsetSeconds;
    boolean hasOffset;

    void local(long micros) {
        value = micros;
        hasOffset = false;
    }

    void moment(long micros) {
        value = micros;
        offsetSeconds = 0;
        hasOffset = true;
    }

    static long micros(LocalDateTime time) {
        return Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), 1_000_000L) + time.getNano() / 1_000;
    }

    static long micros(Instant instant) {
        return Math.multiplyExact(instant.getEpochSecond(), 1_000_000L) + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Wall-clock microseconds as text: {@code 2020-01-01 00:10:00}. */
    static String text(long micros) {
        LocalDateTime time = local(instant(micros));
        String seconds = String.format(Locale.ROOT, "%s %02d:%02d:%02d", time.toLocalDate(), time.getHour(), time.getMinute(),
                time.getSecond());
        return time.getNano() == 0 ? seconds : seconds + String.format(Locale.ROOT, ".%06d", time.getNano() / 1_000);
    }
}
