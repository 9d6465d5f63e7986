/**
 * Pictures for reports: forecasts as small multiples, losses over epochs, lines in general, shares as
 * heat maps, nodes and edges; SVG and PNG.
 *
 * <p>A {@link dev.trivium.evaluation.chart.Chart} lays out a {@link dev.trivium.evaluation.chart.Picture}, a list of lines,
 * areas and texts with their places. SVG and PNG are two ways to write that one list, so they show the same thing. The SVG
 * writer needs neither fonts nor a display; the PNG writer needs Java2D with at least one font, headless is enough.
 *
 * <p>Colours are those of Okabe and Ito (2008), which most colour-blind readers can tell apart; lines also differ in width
 * or dashes.
 */
@NullMarked
package dev.trivium.evaluation.chart;

import org.jspecify.annotations.NullMarked;
