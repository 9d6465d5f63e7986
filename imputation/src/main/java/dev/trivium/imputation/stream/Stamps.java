package dev.trivium.imputation.stream;

import dev.trivium.data.series.TimeAxis;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** Finds a stamp on the axis that goes on for ever from an axis' start. */
final class Stamps {

    private Stamps() {}

    /**
     * {@return steps from the axis' first stamp; negative for a stamp before it}
     *
     * @throws IllegalArgumentException if the axis counts, or no stamp from its start on is {@code at}
     */
    static long position(TimeAxis axis, Instant at) {
        TimeAxis endless = endless(axis);
        Instant first = endless.instant(0).orElseThrow(() -> new IllegalArgumentException(
                "time must be a number on an axis that counts, " + axis + ", got " + at));
        if (at.isBefore(first)) {
            return -1;
        }
        int place = firstNotBefore(i -> endless.instant(i).orElseThrow().compareTo(at));
        if (place < 0 || !endless.instant(place).orElseThrow().equals(at)) {
            throw new IllegalArgumentException("time must be a stamp of the axis from " + endless.label(0) + " on in steps of " + axis.stepText()
                    + ", got " + at);
        }
        return place;
    }

    /** As {@link #position(TimeAxis, Instant)}, for an axis that counts. */
    static long position(TimeAxis axis, long index) {
        TimeAxis endless = endless(axis);
        if (axis.zone().isPresent()) {
            throw new IllegalArgumentException("time must be a moment on an axis of dates, " + axis + ", got " + index);
        }
        long first = Long.parseLong(endless.label(0));
        if (index < first) {
            return -1;
        }
        int place = firstNotBefore(i -> Long.compare(Long.parseLong(endless.label(i)), index));
        if (place < 0 || Long.parseLong(endless.label(place)) != index) {
            throw new IllegalArgumentException("time must be a stamp of the axis from " + first + " on in steps of " + axis.stepText() + ", got "
                    + index);
        }
        return place;
    }

    private static TimeAxis endless(TimeAxis axis) {
        return axis.slice(0, 0).after(Integer.MAX_VALUE);
    }

    /** {@return the first place whose stamp is not before; −1 if there is none}: looks near the start first, where a stream is. */
    private static int firstNotBefore(IntUnaryOperator compare) {
        int high = 1;
        while (high < Integer.MAX_VALUE / 4 && compare.applyAsInt(high) < 0) {
            high *= 2;
        }
        int low = 0;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare.applyAsInt(middle) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return compare.applyAsInt(low) < 0 ? -1 : low;
    }
}
