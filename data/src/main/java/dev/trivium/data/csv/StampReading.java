package dev.trivium.data.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** One way to read the texts of a time column. */
interface StampReading {

    /**
     * How the user would ask for this reading: {@code year-first} (also with a named month), {@code day-first}, {@code month-first},
     * {@code integer}, {@code unix}, {@code unix-ms} or a pattern.
     */
    String name();

    /** Whether stamps are plain integers and not times. */
    default boolean plainIntegers() {
        return false;
    }

    /** Whether it is one of the two readings of 01/02/2020. */
    default boolean readsNumericDates() {
        return false;
    }

    /** Reads a stamp; false if the text is none in this reading. */
    boolean read(char[] text, int from, int to, Stamp stamp);

    /** All readings that are tried when the user names none. */
    static List<StampReading> all() {
        return List.of(new Dates(DateText.Order.YEAR_FIRST, "year-first"), new Dates(DateText.Order.DAY_FIRST, "day-first"),
                new Dates(DateText.Order.MONTH_FIRST, "month-first"), new Integers(Unit.INTEGER), new Integers(Unit.UNIX),
                new Integers(Unit.UNIX_MS), new Integers(Unit.DAY), new Integers(Unit.MONTH));
    }

    /** The reading that a user asks for. */
    static StampReading named(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "year-first" -> new Dates(DateText.Order.YEAR_FIRST, "year-first");
            case "day-first" -> new Dates(DateText.Order.DAY_FIRST, "day-first");
            case "month-first" -> new Dates(DateText.Order.MONTH_FIRST, "month-first");
            case "integer" -> new Integers(Unit.INTEGER);
            case "unix" -> new UnixSeconds(1_000_000L, "unix");
            case "unix-ms" -> new UnixSeconds(1_000L, "unix-ms");
            default -> Pattern.of(format);
        };
    }

    /** Dates written in one of the usual forms. */
    record Dates(DateText.Order order, String name) implements StampReading {

        @Override
        public boolean readsNumericDates() {
            return order != DateText.Order.YEAR_FIRST;
        }

        @Override
        public boolean read(char[] text, int from, int to, Stamp stamp) {
            return DateText.read(text, from, to, order, stamp);
        }
    }

    /** What an integer may mean. */
    enum Unit { INTEGER, UNIX, UNIX_MS, DAY, MONTH }

    /** Integers, taken as such, or as a time if they look like one between 1900 and 2100 (Unix time: 2000 and 2100). */
    record Integers(Unit unit) implements StampReading {

        private static final long YEAR_2000 = 946_684_800L;
        private static final long YEAR_2100 = 4_102_444_800L;

        @Override
        public String name() {
            return switch (unit) {
                case INTEGER -> "integer";
                case UNIX -> "unix";
                case UNIX_MS -> "unix-ms";
                case DAY -> "yyyyMMdd";
                case MONTH -> "yyyyMM";
            };
        }

        @Override
        public boolean plainIntegers() {
            return unit == Unit.INTEGER;
        }

        @Override
        public boolean read(char[] text, int from, int to, Stamp stamp) {
            boolean negative = from < to && text[from] == '-';
            int digits = to - from - (negative ? 1 : 0);
            if (digits < 1 || digits > 18 || negative && unit != Unit.INTEGER) {
                return false;
            }
            long value = 0;
            for (int i = from + (negative ? 1 : 0); i < to; i++) {
                if (text[i] < '0' || text[i] > '9') {
                    return false;
                }
                value = value * 10 + text[i] - '0';
            }
            stamp.local(negative ? -value : value);
            return switch (unit) {
                case INTEGER -> true;
                case UNIX -> moment(value, 1, 1_000_000L, stamp);
                case UNIX_MS -> moment(value, 1_000, 1_000L, stamp);
                case DAY -> digits == 8 && date(value, stamp);
                case MONTH -> digits == 6 && date(value * 100 + 1, stamp);
            };
        }

        private static boolean moment(long value, long perSecond, long micros, Stamp stamp) {
            if (value < YEAR_2000 * perSecond || value >= YEAR_2100 * perSecond) {
                return false;
            }
            stamp.moment(value * micros);
            return true;
        }

        private static boolean date(long yyyymmdd, Stamp stamp) {
            int year = (int) (yyyymmdd / 10_000);
            long day = DateText.date(year, (int) (yyyymmdd / 100 % 100), (int) (yyyymmdd % 100));
            if (day == Long.MIN_VALUE || year < 1900 || year > 2100) {
                return false;
            }
            stamp.local(day * Stamp.DAY);
            return true;
        }
    }

    /** Seconds or milliseconds since 1970, with decimals down to a microsecond. */
    record UnixSeconds(long micros, String name) implements StampReading {

        @Override
        public boolean read(char[] text, int from, int to, Stamp stamp) {
            try {
                stamp.moment(new BigDecimal(text, from, to - from)
                        .multiply(BigDecimal.valueOf(micros)).longValueExact());
                return true;
            } catch (ArithmeticException | NumberFormatException e) { // out of range or finer than a microsecond; not a number
                return false;
            }
        }
    }

    /** A pattern of {@link DateTimeFormatter}, read strictly: the 31st of April is not a date. */
    record Pattern(DateTimeFormatter formatter, String name) implements StampReading {

        static Pattern of(String pattern) {
            try {
                String letters = pattern.replaceAll("'[^']*'", "");
                DateTimeFormatterBuilder builder =
                        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(proleptic(pattern));
                defaultUnless(letters, "MLDQqwW", builder, ChronoField.MONTH_OF_YEAR, 1);
                defaultUnless(letters, "dDecEFwWQq", builder, ChronoField.DAY_OF_MONTH, 1);
                defaultUnless(letters, "HhKkAN", builder, ChronoField.HOUR_OF_DAY, 0);
                defaultUnless(letters, "mAN", builder, ChronoField.MINUTE_OF_HOUR, 0);
                return new Pattern(builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT), pattern);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("time format must be year-first, day-first, month-first, integer, unix, unix-ms "
                        + "or a date pattern such as dd.MM.yyyy HH:mm, got " + pattern + " (" + e.getMessage() + ")", e);
            }
        }

        private static void defaultUnless(String letters, String given, DateTimeFormatterBuilder builder, ChronoField field, int value) {
            if (letters.chars().noneMatch(letter -> given.indexOf(letter) >= 0)) {
                builder.parseDefaulting(field, value);
            }
        }

        /** Strict reading wants the proleptic year {@code u} where users write {@code y}. */
        private static String proleptic(String pattern) {
            StringBuilder result = new StringBuilder();
            boolean quoted = false;
            for (char c : pattern.toCharArray()) {
                quoted ^= c == '\'';
                result.append(c == 'y' && !quoted ? 'u' : c);
            }
            return result.toString();
        }

        @Override
        public boolean read(char[] text, int from, int to, Stamp stamp) {
            try {
                TemporalAccessor parsed = formatter.parse(new String(text, from, to - from));
                LocalDateTime time = LocalDateTime.from(parsed);
                if (time.getNano() % 1_000 != 0) {
                    return false;
                }
                stamp.local(Stamp.micros(time));
                if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                    stamp.hasOffset = true;
                    stamp.offsetSeconds = parsed.get(ChronoField.OFFSET_SECONDS);
                    stamp.value = Stamp.micros(time.toInstant(ZoneOffset.ofTotalSeconds(stamp.offsetSeconds)));
                }
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
