package dev.trivium.evaluation.gap;

/**
 * What was hidden, and how the methods were chosen.
 *
 * @param dataset    data set by name
 * @param visible    SHA-256 of what is visible of it
 * @param pattern    how cells were hidden, and from which seed
 * @param mask       SHA-256 of the mask
 * @param hidden     cells that the mask hides, in all parts
 * @param unit       of the errors, empty if not known
 * @param selectedBy what chose epochs and settings, such as {@code lowest error on the validation rows}; never the test part
 */
public record GapSetting(String dataset, String visible, String pattern, String mask, long hidden, String unit, String selectedBy) {}
