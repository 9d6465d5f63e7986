package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.chart.Range;
import dev.trivium.evaluation.chart.Tick;
import dev.trivium.evaluation.chart.ValueTicks;
import dev.trivium.evaluation.text.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Where the values of a curve stand from left to right, and what is written there. */
public final class Axis {

    private interface Ticks {
        List<Tick> of(Range range, double width);
    }

    private final double[] positions;
    private final IntFunction<String> label;
    private final Ticks ticks;

    private Axis(double[] positions, IntFunction<String> label, Ticks ticks) {
        this.positions = positions;
        this.label = label;
        this.ticks = ticks;
    }

    /** {@return an axis of time stamps} */
    public static Axis of(ChartTime time) {
        return new Axis(IntStream.range(0, time.count()).mapToDouble(time::position).toArray(), time::label, time::ticks);
    }

    /** {@return an axis of numbers, which must not decrease} */
    public static Axis of(double... numbers) {
        double[] copy = numbers.clone();
        for (int i = 1; i < copy.length; i++) {
            if (!(copy[i] >= copy[i - 1])) {
                throw new IllegalArgumentException("numbers must not decrease, got " + copy[i] + " after " + copy[i - 1]);
            }
        }
        boolean whole = Arrays.stream(copy).allMatch(x -> x == Math.rint(x));
        return new Axis(copy, i -> whole ? Long.toString((long) copy[i]) : Figures.significant(copy[i], 3),
                (range, width) -> whole ? ValueTicks.whole(range, (int) (width / 56)) : ValueTicks.of(range, (int) (width / 56)));
    }

    /** {@return the numbers 1, 2, … count} */
    public static Axis upTo(int count) {
        return of(IntStream.rangeClosed(1, count).asDoubleStream().toArray());
    }

    int count() {
        return positions.length;
    }

    double position(int i) {
        return positions[i];
    }

    String label(int i) {
        return label.apply(i);
    }

    Range range() {
        double low = positions[0];
        double high = positions[positions.length - 1];
        return high > low ? new Range(low, high) : new Range(low - 0.5, high + 0.5);
    }

    List<Tick> ticks(double width) {
        return ticks.of(range(), width);
    }

    /** {@return the axis with some of its places, in order} */
    Axis pick(int[] kept) {
        return new Axis(IntStream.of(kept).mapToDouble(i -> positions[i]).toArray(), i -> label.apply(kept[i]), ticks);
    }
}
