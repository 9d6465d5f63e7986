package dev.trivium.cli.replay;

import dev.trivium.cli.record.RunRecord;
import dev.trivium.nn.artifact.ModelContents;
import java.util.Optional;

/**
 * A run made again.
 *
 * @param run   its record
 * @param model what it made, if it was a fit
 */
record Repetition(RunRecord run, Optional<ModelContents> model) {}
