package dev.trivium.evaluation.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time stamps under a forecast, history first: dates with their zone, or whole numbers. */
public final class ChartTime {

    private static final double LEAST_DISTANCE = 40;
    private static final double GAP = 14;
    private final double[] positions; // seconds since 1970, or the numbers
    private final Optional<ZoneId> zone;

    private ChartTime(double[] positions, Optional<ZoneId> zone) {
        this.positions = positions;
        this.zone = zone;
        for (int i = 1; i < positions.length; i++) {
            if (!(positions[i] > positions[i - 1])) {
                throw new IllegalArgumentException("time must increase, got " + label(i) + " after " + label(i - 1));
            }
        }
    }

    /** {@return time stamps, labelled in the zone of the first one} */
    public static ChartTime dates(List<ZonedDateTime> stamps) {
        double[] seconds = stamps.stream()
                .mapToDouble(stamp -> stamp.toEpochSecond() + stamp.getNano() / 1e9).toArray();
        return new ChartTime(seconds, Optional.of(stamps.isEmpty() ? ZoneId.of("UTC") : stamps.get(0).getZone()));
    }

    /** {@return the numbers start, start + step, …} */
    public static ChartTime index(long start, long step, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> start + (double) step * i);
        return new ChartTime(numbers, Optional.empty());
    }

    /** {@return how many stamps there are} */
    public int count() {
        return positions.length;
    }

    /** {@return the place of one stamp on the axis} */
    public double position(int i) {
        return positions[i];
    }

    double[] positions() {
        return positions.clone();
    }

    /** {@return one stamp as text: date and time with the zone's name where there is one} */
    public String label(int i) {
        if (zone.isEmpty()) {
            return Long.toString((long) positions[i]);
        }
        LocalDateTime time = local(positions[i]);
        boolean midnights = Arrays.stream(positions).allMatch(p -> local(p).toLocalTime().toSecondOfDay() == 0);
        String pattern = midnights ? "uuuu-MM-dd" : time.getSecond() == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss";
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)) + (midnights ? "" : " " + zone.get().getId());
    }

    /** {@return labels for an axis of that width in pixels, as many as stand apart from each other} */
    public List<Tick> ticks(Range range, double width) {
        if (zone.isEmpty() || range.high() - range.low() < 1) {
            return ValueTicks.whole(range, (int) (width / 60));
        }
        double pixels = width / (range.high() - range.low());
        for (TimeStep step : TimeStep.ALL) {
            if (step.seconds() * pixels >= LEAST_DISTANCE) {
                List<Tick> ticks = spaced(ticks(range, step), pixels);
                if (stand(ticks, pixels)) {
                    return ticks;
                }
            }
        }
        return List.of();
    }

    /** Drops the first context where the next one would touch it. */
    private static List<Tick> spaced(List<Tick> ticks, double pixels) {
        if (ticks.size() < 2 || ticks.get(1).context().isEmpty()) {
            return ticks;
        }
        Tick first = ticks.get(0);
        double needed = TextWidth.of(first.context(), Plot.LABEL_SIZE, false) + GAP;
        if ((ticks.get(1).at() - first.at()) * pixels >= needed) {
            return ticks;
        }
        List<Tick> spaced = new ArrayList<>(ticks);
        spaced.set(0, new Tick(first.at(), first.label(), ""));
        return spaced;
    }

    private static boolean stand(List<Tick> ticks, double pixels) {
        for (int i = 1; i < ticks.size(); i++) {
            double distance = (ticks.get(i).at() - ticks.get(i - 1).at()) * pixels;
            boolean contexts = !ticks.get(i).context().isEmpty() && !ticks.get(i - 1).context().isEmpty();
            if (distance < GAP + TextWidth.of(ticks.get(i).label(), Plot.LABEL_SIZE, false)
                    || contexts && distance < GAP + TextWidth.of(ticks.get(i).context(), Plot.LABEL_SIZE, false)) {
                return false;
            }
        }
        return true;
    }

    private List<Tick> ticks(Range range, TimeStep step) {
        List<Tick> ticks = new ArrayList<>();
        String before = "";
        for (LocalDateTime time = step.floor(local(range.low())); seconds(time) <= range.high(); time = step.next(time)) {
            if (seconds(time) >= range.low() && exists(time)) {
                String context = step.context(time);
                ticks.add(new Tick(seconds(time), step.label(time), context.equals(before) ? "" : context));
                before = context;
            }
        }
        return ticks;
    }

    private LocalDateTime local(double seconds) {
        long whole = (long) Math.floor(seconds);
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e9)), zone.orElseThrow());
    }

    private boolean exists(LocalDateTime time) { // not in the hour that summer time leaves out
        return time.atZone(zone.orElseThrow()).toLocalDateTime().equals(time);
    }

    private double seconds(LocalDateTime time) {
        return time.atZone(zone.orElseThrow()).toEpochSecond();
    }
}
