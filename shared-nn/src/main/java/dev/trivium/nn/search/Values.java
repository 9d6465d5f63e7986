package dev.trivium.nn.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as they come out of a file or from the command line. */
final class Values {

    private Values() {}

    /** {@return a value in the kind that a parameter takes, in its range or not} */
    static Object like(Parameter parameter, @Nullable Object value, String what) {
        if (parameter instanceof Whole && (value instanceof Long || value instanceof Integer)) {
            return ((Number) value).longValue();
        }
        if (parameter instanceof Real && value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (parameter instanceof Choice choice) {
            Object plain = value instanceof Integer number ? Long.valueOf(number) : value;
            for (Object each : choice.values()) {
                if (each instanceof Double && plain instanceof Number number && each.equals(number.doubleValue())) {
                    return each;
                }
            }
            boolean kind = plain != null && choice.values().stream().anyMatch(each -> each.getClass() == plain.getClass());
            if (kind && plain != null) {
                return plain;
            }
        }
        String kind = parameter instanceof Whole ? "a whole number" : parameter instanceof Real ? "a finite number" : "one of " + parameter.text();
        throw new IllegalArgumentException(what + " must have " + kind + " for " + parameter.name() + ", got " + value);
    }

    static Object parsed(Parameter parameter, String text) {
        String stripped = text.strip();
        if (parameter instanceof Choice choice) {
            return choice.values().stream().filter(each -> Settings.text(each).equals(stripped)).findFirst()
                    .orElseGet(() -> outside(choice, stripped));
        }
        return number(parameter, stripped);
    }

    /** A whole number that is not on offer is no mistake: it may be that of the recipe, or what the user knows to be good. */
    private static Object outside(Choice choice, String text) {
        if (choice.values().stream().allMatch(each -> each instanceof Long) && text.matches("\\d{1,12}")) {
            return Long.valueOf(text);
        }
        throw new IllegalArgumentException(choice.name() + " must be one of " + choice.text() + ", got " + text);
    }

    private static Object number(Parameter parameter, String text) {
        try {
            if (parameter instanceof Whole) {
                return Long.valueOf(text);
            }
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter.name() + " must be " + (parameter instanceof Whole ? "a whole number" : "a number") + ", got "
                    + text, e);
        }
        throw new IllegalArgumentException(parameter.name() + " must be finite, got " + text);
    }

    static Parameter narrowed(Parameter parameter, @Nullable Object rule) {
        if (rule instanceof Map<?, ?> range) {
            return range(parameter, range);
        }
        List<?> wanted = rule instanceof List<?> list ? list : java.util.Collections.singletonList(rule);
        List<Object> values = new ArrayList<>();
        for (Object each : wanted) {
            values.add(within(parameter, each));
        }
        return new Choice(parameter.name(), values);
    }

    private static Object within(Parameter parameter, @Nullable Object value) {
        Object like = like(parameter, value, "the space");
        if (!parameter.holds(like)) {
            throw new IllegalArgumentException(parameter.name() + " must be " + (parameter instanceof Choice ? "one of " : "within ")
                    + parameter.text() + ", got " + Settings.text(like));
        }
        return like;
    }

    private static Parameter range(Parameter parameter, Map<?, ?> range) {
        if (!range.keySet().equals(Set.of("low", "high"))) {
            throw new IllegalArgumentException(parameter.name() + " must have low and high, got " + range.keySet());
        }
        if (parameter instanceof Whole whole) {
            return new Whole(whole.name(), (Long) within(whole, range.get("low")), (Long) within(whole, range.get("high")), whole.log());
        }
        if (parameter instanceof Real real) {
            return new Real(real.name(), (Double) within(real, range.get("low")), (Double) within(real, range.get("high")), real.log());
        }
        throw new IllegalArgumentException(parameter.name() + " must be narrowed by a list of values, got low and high");
    }
}
