package dev.trivium.data.csv;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a whole column of stamps in every way that fits all of it. A date such as 01/02/2020 is read both ways until a later one rules one
 * of them out; if none does, the column is refused with both readings.
 */
final class StampColumn {

    private final CsvFile file;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Stamp stamp = new Stamp();
    private final String name;
    private int size;
    private String firstText = "";
    private long firstLine;

    StampColumn(CsvFile file, String name, Optional<String> format) {
        this.file = file;
        this.name = name;
        format.map(StampReading::named).map(List::of).orElseGet(StampReading::all).forEach(reading -> candidates.add(new Candidate(reading)));
    }

    /** One reading of the column, alive as long as it fits. */
    private static final class Candidate {

        private final StampReading reading;
        private final LongList values = new LongList();
        private boolean stated; // stamps state an offset from UTC
        private int offset;
        private boolean offsetVaries;
        private String ambiguous = "";

        Candidate(StampReading reading) {
            this.reading = reading;
        }

        boolean add(char[] text, int from, int to, Stamp stamp) {
            if (!reading.read(text, from, to, stamp) || values.size() > 0 && stamp.hasOffset != stated) {
                return false;
            }
            if (values.size() == 0) {
                stated = stamp.hasOffset;
                offset = stamp.offsetSeconds;
            }
            offsetVaries |= stated && stamp.offsetSeconds != offset;
            values.add(stamp.value);
            return true;
        }
    }

    /** Takes in the next stamp. */
    void add(char[] text, int from, int to, long line) throws CsvFormatException {
        if (from == to) {
            throw file.error(line, "time stamp is missing in column " + name);
        }
        if (size == 0) {
            firstText = new String(text, from, to - from);
            firstLine = line;
        }
        List<Candidate> ruledOut = new ArrayList<>(0);
        for (Iterator<Candidate> i = candidates.iterator(); i.hasNext(); ) {
            Candidate candidate = i.next();
            if (!candidate.add(text, from, to, stamp)) {
                i.remove();
                ruledOut.add(candidate);
            }
        }
        if (candidates.isEmpty()) {
            throw badStamp(new String(text, from, to - from), line, ruledOut);
        }
        StampReading reading = candidates.get(0).reading;
        if (candidates.size() == 1 && !ruledOut.isEmpty() && (size > 0 || reading.readsNumericDates())) {
            notes.add("column " + name + " is read as " + reading.name() + ", for line " + line + " has "
                    + new String(text, from, to - from));
        }
        size++;
        rememberAmbiguity(text, from, to);
    }

    private void rememberAmbiguity(char[] text, int from, int to) {
        if (candidates.size() > 1 && candidates.get(0).ambiguous.isEmpty()) {
            long first = candidates.get(0).values.get(size - 1);
            if (candidates.stream().anyMatch(candidate -> candidate.values.get(size - 1) != first)) {
                candidates.get(0).ambiguous = new String(text, from, to - from);
            }
        }
    }

    private CsvFormatException badStamp(String text, long line, List<Candidate> ruledOut) {
        if (size == 0) {
            return file.error(line, "column " + name + " must hold time stamps with a year of four digits or integers, got \"" + text
                    + "\"; say how to read it with --time-format, for example dd.MM.yy HH:mm");
        }
        String forms = ruledOut.stream().map(candidate -> candidate.reading.name()).collect(Collectors.joining(" or "));
        return file.error(line, "bad time stamp \"" + text + "\" in column " + name + ", expected " + forms + " as in line "
                + firstLine + ": \"" + firstText + "\"");
    }

    /** The one reading that is left. */
    Stamps decide() throws CsvFormatException {
        Candidate chosen = candidates.get(0);
        if (candidates.size() > 1 && !chosen.ambiguous.isEmpty()) {
            throw file.error("column " + name + " can be read in " + candidates.size() + " ways: " + chosen.ambiguous + " is "
                    + candidates.stream().map(this::example).collect(Collectors.joining(" or "))
                    + "; choose with --time-format, for example --time-format \"" + chosen.reading.name() + "\"");
        }
        if (chosen.offsetVaries) {
            notes.add("column " + name + " states different offsets from UTC; stamps are shown in UTC unless --zone says otherwise");
        }
        Optional<ZoneOffset> offset = chosen.stated
                ? Optional.of(chosen.offsetVaries ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(chosen.offset)) : Optional.empty();
        return new Stamps(chosen.values.toArray(), chosen.reading.plainIntegers(), offset, chosen.reading.name(), notes);
    }

    private String example(Candidate candidate) {
        char[] text = candidates.get(0).ambiguous.toCharArray();
        candidate.reading.read(text, 0, text.length, stamp);
        String value = candidate.reading.plainIntegers() ? "the number " + stamp.value
                : Stamp.text(stamp.value) + (stamp.hasOffset ? " UTC" : "");
        return value + " (" + candidate.reading.name() + ")";
    }
}
