package dev.trivium.evaluation.report;

import java.util.List;

/**
 * A part of a report under a heading.
 *
 * @param title  its heading, not blank
 * @param blocks what stands there, in order
 */
public record Section(String title, List<Block> blocks) {

    /** Copies the list and checks the title. */
    public Section {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank, got \"" + title + "\"");
        }
        blocks = List.copyOf(blocks);
    }

    /** {@return a section of these blocks} */
    public static Section of(String title, Block... blocks) {
        return new Section(title, List.of(blocks));
    }
}
