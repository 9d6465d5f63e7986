package dev.trivium.data.csv;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A column of stamps, read.
 *
 * @param values   integers, or microseconds since 1970: of the wall clock, or of UTC where the stamps state an offset
 * @param integers whether they are plain integers
 * @param offset   the offset that the stamps state, UTC if they differ; empty if they state none
 * @param format   the name of the reading
 * @param notes    what the user should know
 */
record Stamps(long[] values, boolean integers, Optional<ZoneOffset> offset, String format, List<String> notes) {}
