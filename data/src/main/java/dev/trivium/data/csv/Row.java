package dev.trivium.data.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/** The fields of one record, without blanks around them, in one buffer that the next record reuses. */
final class Row extends CsvCallbackHandler<Row> {

    private char[] text = new char[1 << 10];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int used;
    private int fields;
    private long line;
    private RecordType type = RecordType.DATA;

    int size() {
        return fields;
    }

    long line() {
        return line;
    }

    char[] text() {
        return text;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    String field(int field) {
        return new String(text, starts[field], ends[field] - starts[field]);
    }

    /** Whether no field holds anything. */
    boolean blank() {
        for (int i = 0; i < fields; i++) {
            if (ends[i] > starts[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void beginRecord(long startingLine) {
        used = 0;
        fields = 0;
        line = startingLine;
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        if (used + to - from > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, used + to - from));
        }
        System.arraycopy(buffer, from, text, used, to - from);
        starts[fields] = used;
        used += to - from;
        ends[fields++] = used;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected Row buildRecord() {
        return this;
    }
}
