package dev.trivium.data.csv;

import dev.trivium.data.series.SeriesRecorder;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads one file in one encoding: looks at its first lines, plans, reads every row once, finds the axis. */
final class TableReader {

    private final CsvFile file;
    private final Charset charset;
    private final CsvOptions options;
    private final Sample sample;
    private final ColumnPlan plan;
    private final char mark;
    private final List<String> notes = new ArrayList<>();
    private final LongList lines = new LongList();
    private final StampColumn stamps;
    private Optional<String> timeFormat = Optional.empty();
    private int inserted;
    private int blankRows;
    private long firstBlank;

    TableReader(CsvFile file, Charset charset, CsvOptions options) throws IOException {
        this.file = file;
        this.charset = charset;
        this.options = options;
        sample = Sample.take(file, charset, options.dialect());
        plan = ColumnPlan.of(file, sample, options);
        notes.addAll(plan.notes());
        if (sample.header().stream().anyMatch(name -> name.indexOf('\uFFFD') >= 0)) {
            notes.add("the first line holds the replacement character \uFFFD: an earlier conversion lost signs, perhaps in units");
        }
        mark = options.dialect().decimal().isPresent() ? options.dialect().decimal().get()
                : DecimalMark.find(file, sample, plan.values());
        stamps = new StampColumn(file, String.join(" ", timeNames()), options.time().format());
    }

    private List<String> timeNames() {
        return plan.time().stream().map(column -> sample.header().get(column)).toList();
    }

    CsvReading read() throws IOException {
        if (options.id().isPresent() && options.time().rule() != TimeRule.STAMPS) {
            throw new IllegalArgumentException("time rule must be STAMPS for the long layout, got " + options.time().rule());
        }
        SeriesSet series = plan.id().isPresent() ? readLong() : readWide();
        if (blankRows > 0) {
            notes.add(blankRows + " blank rows are left out, the first is line " + firstBlank);
        }
        if (mark == ',' && options.dialect().decimal().isEmpty()) {
            notes.add("numbers are read with a decimal comma");
        }
        return new CsvReading(series, new CsvFormat(charset, sample.delimiter(), mark, timeNames(), timeFormat), lines.size(), inserted,
                series.missing(), notes);
    }

    private SeriesSet readWide() throws IOException {
        Cells cells = new Cells(file, sample, plan, mark, options.dialect().missing());
        SeriesRecorder recorder = new SeriesRecorder(plan.values().size());
        double[] values = new double[plan.values().size()];
        eachRow(row -> {
            cells.read(row, values);
            recorder.append(values);
        });
        AxisFinder.Found found = axis();
        checkSize(found.axis(), plan.values().size());
        countGaps(found.axis(), found.positions());
        return recorder.place(found.axis(), plan.variables(), found.positions());
    }

    private AxisFinder.Found axis() throws CsvFormatException {
        if (plan.time().isEmpty()) {
            return new AxisFinder.Found(TimeAxis.index(0, 1, lines.size()), IntStream.range(0, lines.size()).toArray());
        }
        RowTimes times = rowTimes();
        AxisFinder.Found found = options.time().rule() == TimeRule.FIRST_STAMP ? times.ofFirst() : times.ofRows();
        notes.addAll(times.notes());
        return found;
    }

    private RowTimes rowTimes() throws CsvFormatException {
        Stamps decided = stamps.decide();
        timeFormat = Optional.of(decided.format());
        return new RowTimes(file, decided, options.time().zone(), lines);
    }

    private void checkSize(TimeAxis axis, int width) throws CsvFormatException {
        if ((long) axis.length() * width > Integer.MAX_VALUE - 8) {
            throw file.error("must fit into a table of 2^31 values, got " + axis.length() + " stamps of " + width + " series");
        }
    }

    /** Counts the rows that no stamp of the file stands for, given the increasing positions of those that it has. */
    private void countGaps(TimeAxis axis, int[] positions) {
        inserted = axis.length() - positions.length;
        if (inserted == 0) {
            return;
        }
        int widest = 1;
        for (int i = 1; i < positions.length; i++) {
            widest = positions[i] - positions[i - 1] > positions[widest] - positions[widest - 1] ? i : widest;
        }
        notes.add(inserted + " rows of missing values stand for stamps that the file leaves out at the step " + axis.stepText()
                + "; the widest gap is " + (positions[widest] - positions[widest - 1] - 1) + " rows, before " + axis.label(positions[widest]));
    }

    private SeriesSet readLong() throws IOException {
        LongTable table = new LongTable(plan);
        Cells cells = new Cells(file, sample, plan, mark, options.dialect().missing());
        double[] values = new double[plan.values().size()];
        eachRow(row -> {
            cells.read(row, values);
            table.add(file, row, values);
        });
        RowTimes times = rowTimes();
        AxisFinder.Found found = times.ofSeries(table.ids(), table.count());
        notes.addAll(times.notes());
        checkSize(found.axis(), table.count() * plan.values().size());
        countGaps(found.axis(), IntStream.of(found.positions()).sorted().distinct().toArray());
        return table.place(found);
    }

    private interface RowConsumer {
        void accept(Row row) throws CsvFormatException;
    }

    private void eachRow(RowConsumer consumer) throws IOException {
        boolean header = options.dialect().header() != HeaderRule.ABSENT;
        boolean everyRowCounts = options.time().rule() != TimeRule.STAMPS;
        try (Rows rows = Rows.of(file, Encoding.open(file, charset), sample.delimiter())) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                Row row = next.get();
                if (row.blank()) {
                    firstBlank = blankRows++ == 0 ? row.line() : firstBlank;
                } else if (header) {
                    header = false;
                } else {
                    if (everyRowCounts && blankRows > 0 && lines.size() > 0) {
                        throw file.error(firstBlank, "row is blank, so the rows after it cannot be numbered; remove it or fill it");
                    }
                    consumer.accept(row);
                    addStamp(row);
                    lines.add(row.line());
                }
            }
        }
        if (lines.size() == 0) {
            throw file.error("must have rows under its header, got none");
        }
    }

    private void addStamp(Row row) throws CsvFormatException {
        if (plan.time().size() == 1) {
            int column = plan.time().get(0);
            stamps.add(row.text(), row.start(column), row.end(column), row.line());
        } else if (plan.time().size() > 1) {
            StringBuilder joined = new StringBuilder();
            for (int column : plan.time()) {
                joined.append(joined.length() == 0 ? "" : " ").append(row.field(column));
            }
            stamps.add(joined.toString().toCharArray(), 0, joined.length(), row.line());
        }
    }
}
