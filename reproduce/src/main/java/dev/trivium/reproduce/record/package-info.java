/**
 * The shape that all studies share.
 *
 * <p>A study is a program ({@link dev.trivium.reproduce.record.Program}) with the options that all have
 * ({@link dev.trivium.reproduce.record.RunOptions}, {@link dev.trivium.reproduce.record.RecordOptions}) and its own. Its runs are lines of a CSV
 * file ({@link dev.trivium.reproduce.record.RunsFile}) and its tables are made from them. {@link dev.trivium.reproduce.record.OutFolder} keeps both in
 * the folder {@code --out}, and with {@code --record} also in the repository: {@link dev.trivium.reproduce.record.Recorded}.
 */
@NullMarked
package dev.trivium.reproduce.record;

import org.jspecify.annotations.NullMarked;
