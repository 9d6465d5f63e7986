package dev.trivium.cli.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of memory.
 *
 * @param bytes at least 256 MiB: a child process needs as much
 */
record MemorySize(long bytes) {

    static final long MEBIBYTE = 1 << 20;
    private static final long LEAST = 256 * MEBIBYTE;
    private static final Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)([mg])i?b?");

    static String text(long bytes) {
        return bytes >= 10_240 * MEBIBYTE ? String.format(Locale.ROOT, "%.1f GiB", bytes / 1024.0 / MEBIBYTE) : bytes / MEBIBYTE + " MiB";
    }

    /** Reads {@code 4g}, {@code 1.5g} and {@code 512m}. */
    static final class Converter implements ITypeConverter<MemorySize> {
        @Override
        public MemorySize convert(String text) {
            Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
            long bytes = form.matches() ? (long) (Double.parseDouble(form.group(1)) * (form.group(2).equals("g") ? 1024 : 1) * MEBIBYTE) : 0;
            if (bytes < LEAST) {
                throw new TypeConversionException("must be an amount such as 4g or 512m, at least 256m, got " + text);
            }
            return new MemorySize(bytes);
        }
    }
}
