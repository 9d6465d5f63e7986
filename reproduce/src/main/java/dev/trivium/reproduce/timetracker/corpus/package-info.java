/** What the forecaster is trained on before it meets its user's data: drawn series, and the training parts of openly licensed sets. */
@NullMarked
package dev.trivium.reproduce.timetracker.corpus;

import org.jspecify.annotations.NullMarked;
