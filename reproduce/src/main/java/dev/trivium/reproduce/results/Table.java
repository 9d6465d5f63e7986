package dev.trivium.reproduce.results;

import dev.trivium.reproduce.record.MarkdownTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A table of a page: a first column of names and columns of figures, the best of each line in bold. */
final class Table {

    private static final String NOT_RUN = "not run";

    private final MarkdownTable table;

    Table(String first, List<String> columns) {
        table = new MarkdownTable(Stream.concat(Stream.of(first), columns.stream()).toList());
    }

    /** A line of texts. */
    void line(String name, List<String> cells) {
        table.row(Stream.concat(Stream.of(name), cells.stream()).toList());
    }

    /** A line of cells, the best of which is bold; cells without runs are "not run". */
    void best(String name, List<Cell> cells, boolean lowerIsBetter) {
        OptionalDouble best = cells.stream().filter(Cell::run).mapToDouble(cell -> lowerIsBetter ? cell.mean() : -cell.mean()).min();
        line(name, cells.stream().map(cell -> {
            boolean bold = cell.run() && best.isPresent() && (lowerIsBetter ? cell.mean() : -cell.mean()) == best.getAsDouble();
            return bold ? "**" + cell.text() + "**" : cell.text();
        }).toList());
    }

    String markdown() {
        return table + "\n";
    }

    /**
     * A figure over runs.
     *
     * @param numbers of the runs; none if there was no run
     * @param digits  behind the point
     */
    record Cell(double[] numbers, int digits) {

        static Cell of(Runs runs, String column, int digits) {
            return new Cell(runs.numbers(column), digits);
        }

        boolean run() {
            return numbers.length > 0;
        }

        double mean() {
            return Arrays.stream(numbers).average().orElse(Double.NaN);
        }

        /** The mean, and the standard deviation where there are several runs. */
        String text() {
            if (!run()) {
                return NOT_RUN;
            }
            String mean = number(mean(), digits);
            return numbers.length == 1 ? mean : mean + " ± " + number(deviation(), digits);
        }

        private double deviation() {
            double mean = mean();
            return Math.sqrt(Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).sum() / (numbers.length - 1));
        }
    }

    static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
