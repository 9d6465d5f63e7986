package dev.trivium.data.importer;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/**
 * What an importer read.
 *
 * @param series the series; what the log lacks is missing
 * @param notes  what was dropped or taken for missing, a sentence each; empty if nothing
 */
public record Imported(SeriesSet series, List<String> notes) {

    /** Copies the list. */
    public Imported {
        notes = List.copyOf(notes);
    }
}
