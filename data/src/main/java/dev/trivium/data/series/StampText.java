package dev.trivium.data.series;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Writes a local stamp in ISO form: the date alone, or date and time with seconds and as many decimals as needed. */
final class StampText {

    private StampText() {}

    static String local(LocalDateTime time, boolean dateOnly) {
        return dateOnly ? DateTimeFormatter.ISO_LOCAL_DATE.format(time) : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
