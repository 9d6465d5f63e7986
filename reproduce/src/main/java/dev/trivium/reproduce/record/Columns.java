package dev.trivium.reproduce.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What the columns of a file of runs hold of a run, from left to right.
 *
 * @param <R> a run
 */
public final class Columns<R> {

    private final List<String> names = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();

    /** Adds a column. */
    public Columns<R> text(String name, Function<R, String> cell) {
        names.add(name);
        cells.add(cell);
        return this;
    }

    /** Adds a column of whole numbers. */
    public Columns<R> whole(String name, ToLongFunction<R> number) {
        return text(name, run -> Long.toString(number.applyAsLong(run)));
    }

    /** Adds a column of numbers with so many digits after the point; NaN leaves a cell empty. */
    public Columns<R> number(String name, int digits, ToDoubleFunction<R> number) {
        String form = "%." + digits + "f";
        return text(name, run -> {
            double value = number.applyAsDouble(run);
            return Double.isNaN(value) ? "" : String.format(Locale.ROOT, form, value);
        });
    }

    /** Adds the columns that {@link Cells#origin} reads. */
    public Columns<R> origin(Function<R, Origin> origin) {
        return whole("threads", run -> origin.apply(run).threads()).text("commit", run -> origin.apply(run).commit())
                .text("machine", run -> origin.apply(run).machine()).text("versions", run -> origin.apply(run).versions());
    }

    List<String> names() {
        return names;
    }

    List<String> cells(R run) {
        return cells.stream().map(cell -> cell.apply(run)).toList();
    }
}
