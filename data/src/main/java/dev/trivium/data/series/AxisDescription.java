package dev.trivium.data.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A time axis as plain texts and numbers, written and read strictly. */
final class AxisDescription {

    private final Map<String, Object> entries;

    AxisDescription(Map<String, Object> entries) {
        this.entries = entries;
    }

    static Map<String, Object> of(Grid grid, int length) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (grid instanceof Grid.Fixed fixed) {
            entries.put("kind", "fixed");
            entries.put("start", fixed.start().toString());
            entries.put("step", fixed.step().toString());
            entries.put("zone", fixed.zone().getId());
        } else if (grid instanceof Grid.Days days) {
            putLocal(entries, "days", days.start(), days.zone());
            entries.put("days", days.days());
        } else if (grid instanceof Grid.Months months) {
            putLocal(entries, "months", months.start(), months.zone());
            entries.put("months", months.months());
            entries.put("day", months.day());
        } else if (grid instanceof Grid.BusinessDays business) {
            putLocal(entries, "businessDays", business.start(), business.zone());
        } else if (grid instanceof Grid.Index index) {
            entries.put("kind", "index");
            entries.put("start", index.start());
            entries.put("step", index.step());
        }
        entries.put("length", length);
        return entries;
    }

    private static void putLocal(Map<String, Object> entries, String kind, LocalDateTime start, ZoneId zone) {
        entries.put("kind", kind);
        entries.put("start", start.toString());
        entries.put("zone", zone.getId());
    }

    Grid grid() {
        String kind = text("kind");
        try {
            return switch (kind) {
                case "fixed" -> strictly(Set.of("start", "step", "zone"),
                        new Grid.Fixed(Instant.parse(text("start")), Duration.parse(text("step")), ZoneId.of(text("zone"))));
                case "days" -> strictly(Set.of("start", "zone", "days"), new Grid.Days(start(), integer("days"), ZoneId.of(text("zone"))));
                case "months" -> strictly(Set.of("start", "zone", "months", "day"),
                        new Grid.Months(start(), integer("months"), integer("day"), ZoneId.of(text("zone"))));
                case "businessDays" -> strictly(Set.of("start", "zone"), new Grid.BusinessDays(start(), ZoneId.of(text("zone"))));
                case "index" -> strictly(Set.of("start", "step"), new Grid.Index(number("start"), number("step")));
                default -> throw new IllegalArgumentException(
                        "kind of a time axis must be fixed, days, months, businessDays or index, got " + kind);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time axis must hold readable dates, got " + entries, e);
        }
    }

    int length() {
        return integer("length");
    }

    private Grid strictly(Set<String> others, Grid grid) {
        for (String key : entries.keySet()) {
            if (!others.contains(key) && !key.equals("kind") && !key.equals("length")) {
                throw new IllegalArgumentException("time axis must not have the entry " + key + ", got " + entries);
            }
        }
        return grid;
    }

    private LocalDateTime start() {
        return LocalDateTime.parse(text("start"));
    }

    private String text(String key) {
        if (entries.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("time axis must have a text " + key + ", got " + entries);
    }

    private int integer(String key) {
        long value = number(key);
        if (value != (int) value) {
            throw new IllegalArgumentException("time axis must have an int " + key + ", got " + value);
        }
        return (int) value;
    }

    private long number(String key) {
        Object value = entries.get(key);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("time axis must have an integer " + key + ", got " + entries);
    }
}
