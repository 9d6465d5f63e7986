package dev.trivium.molecular.split;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Orders texts that are all numbers, all ISO dates or all ISO dates with times. */
final class Stamps {

    private static final List<Function<String, ? extends Comparable<?>>> FORMS =
            List.of(Stamps::number, LocalDate::parse, text -> LocalDateTime.parse(text.replace(' ', 'T')));

    private Stamps() {}

    /** For each text the number of different earlier ones. */
    static int[] ranks(List<String> stamps) {
        List<Comparable<Object>> read = read(stamps);
        List<Comparable<Object>> order = read.stream().distinct().sorted().toList();
        Map<Comparable<Object>, Integer> rank = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            rank.put(order.get(i), i);
        }
        return read.stream().mapToInt(rank::get).toArray();
    }

    @SuppressWarnings("unchecked") // all elements are made by one form, so they compare with one another
    private static List<Comparable<Object>> read(List<String> stamps) {
        int best = 0;
        for (Function<String, ? extends Comparable<?>> form : FORMS) {
            List<Comparable<Object>> read = new ArrayList<>();
            try {
                for (String stamp : stamps) {
                    read.add((Comparable<Object>) form.apply(stamp.strip()));
                }
                return read;
            } catch (DateTimeParseException | NumberFormatException e) {
                best = Math.max(best, read.size());
            }
        }
        throw new IllegalArgumentException("stamps must all be numbers, all dates such as 2021-03-31, or all dates with times such as "
                + "2021-03-31T18:00, got " + (stamps.get(best).isEmpty() ? "nothing" : stamps.get(best)) + " for molecule " + best);
    }

    private static Double number(String text) {
        if (!text.matches("[+-]?[0-9]+(\\.[0-9]*)?")) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }
}
