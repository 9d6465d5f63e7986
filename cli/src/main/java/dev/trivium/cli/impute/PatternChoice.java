package dev.trivium.cli.impute;

import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.MissingPattern;
import dev.trivium.imputation.mask.NodeOutage;
import dev.trivium.imputation.mask.Points;
import dev.trivium.imputation.mask.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which cells are hidden, as {@code --pattern} says it.
 *
 * @param pattern drawn from a seed; null for a mask in a file
 * @param file the file of a mask
 */
record PatternChoice(@Nullable MissingPattern pattern, @Nullable Path file) {

    /** Forms of the option, for its description. */
    static final String FORMS = "points:0.25 (share of the cells), blocks (the published generator: 0.15 %% of the cells begin a gap of 12 to 47"
            + " steps, and 5 %% single points), outage or outage:24 (a tenth of the series out for spans of 24 rows), replay (the data's own gaps"
            + " at another time), or mask:FILE (what --save-mask wrote).";

    HiddenMask mask(SeriesSet truth, long seed) throws IOException {
        if (pattern != null) {
            return pattern.draw(truth, seed);
        }
        HiddenMask mask = HiddenMask.load(Objects.requireNonNull(file));
        try {
            mask.hide(truth);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--pattern must be a mask of the same data, got " + file + ": " + e.getMessage(), e);
        }
        return mask;
    }

    /** Notes the file of a mask as read. */
    void note(Session session) throws IOException {
        if (file != null) {
            session.trail().reads("--pattern", file);
        }
    }

    /** Reads the forms of {@link #FORMS}. */
    static final class Converter implements ITypeConverter<PatternChoice> {

        private static final double OUT = 0.1;
        private static final int SPAN = 24;

        @Override
        public PatternChoice convert(String text) {
            int colon = text.indexOf(':');
            String kind = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
            String argument = colon < 0 ? "" : text.substring(colon + 1).strip();
            if (kind.equals("mask") && !argument.isEmpty()) {
                return new PatternChoice(null, Path.of(argument));
            }
            try {
                return new PatternChoice(pattern(kind, argument, text), null);
            } catch (NumberFormatException e) {
                throw refused(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage() + ", in " + text);
            }
        }

        private static MissingPattern pattern(String kind, String argument, String text) {
            if (kind.equals("points") && !argument.isEmpty()) {
                return new Points(Double.parseDouble(argument));
            }
            if (kind.equals("outage")) {
                return NodeOutage.of(argument.isEmpty() ? SPAN : Integer.parseInt(argument), OUT);
            }
            if (kind.equals("blocks") && argument.isEmpty()) {
                return Blocks.published();
            }
            if (kind.equals("replay") && argument.isEmpty()) {
                return new Replay();
            }
            throw refused(text);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException("must be points:SHARE, blocks, outage, outage:ROWS, replay or mask:FILE, got " + text);
        }
    }
}
