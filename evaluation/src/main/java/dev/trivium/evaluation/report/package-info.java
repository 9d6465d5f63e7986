/**
 * A report: one HTML file that holds everything it shows, for reading on a phone, on paper and aloud.
 *
 * <p>A {@link dev.trivium.evaluation.report.Report} is a title and {@linkplain dev.trivium.evaluation.report.Section sections}
 * of {@linkplain dev.trivium.evaluation.report.Block blocks}: verdicts, tables, curves, ranges, strips of gaps, drawings,
 * commands. {@link dev.trivium.evaluation.report.CardSections} makes the sections of a score card. Every text is escaped
 * where it is written, and the page's content security policy names the hashes of its one style sheet and its one script:
 * markup that came in with a column name could not run even if it were not escaped. Every chart has a table behind it, from
 * which the script reads what it shows under the pointer; without the script nothing is missing but that and the toggles.
 */
@NullMarked
package dev.trivium.evaluation.report;

import org.jspecify.annotations.NullMarked;
