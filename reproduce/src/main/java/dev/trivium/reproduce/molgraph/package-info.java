/**
 * MolGraph-xLSTM trained and scored on the MoleculeNet sets in the splits of its paper, beside the paper and the simple methods.
 *
 * <p>{@link dev.trivium.reproduce.molgraph.Reproduction} is the program that {@code reproduce/molgraph-moleculenet/run.sh} starts. For every
 * {@code Benchmark} and split it fits the methods ({@code Method}), keeps the predictions of each fit ({@code AnswersFile}) and one line of
 * scores ({@code Runs}, of which {@code expected.csv} is the one in the repository), and puts them beside the paper
 * ({@code ResultTables}). A fit whose line is there already is not repeated. The tables in the README are made from {@code expected.csv}
 * alone.
 */
@NullMarked
package dev.trivium.reproduce.molgraph;

import org.jspecify.annotations.NullMarked;
