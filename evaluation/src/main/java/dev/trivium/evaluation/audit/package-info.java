/**
 * Audits of an evaluation: what was looked at to tell whether a score rests on data that the scored methods had seen.
 *
 * <p>An {@link dev.trivium.evaluation.audit.Audit} holds the parts of the data and one {@link dev.trivium.evaluation.audit.Check} per question,
 * answered from data and from behaviour. The packages of the applications ask the questions; those on plain columns of numbers are answered here, by
 * {@link dev.trivium.evaluation.audit.SeriesChecks}.
 */
@NullMarked
package dev.trivium.evaluation.audit;

import org.jspecify.annotations.NullMarked;
