package dev.trivium.evaluation.chart;

/**
 * A place on an axis that carries a label.
 *
 * @param at      place in axis units
 * @param label   what stands there
 * @param context what stands below it, such as the date under the first time of a day; empty if nothing
 */
public record Tick(double at, String label, String context) {
}
