/**
 * Tables of molecules: CSV, SDF and SMI files, whole or row by row.
 *
 * <p>{@link dev.trivium.molecular.table.MoleculeFile#read} reads a file with labels into a {@link dev.trivium.molecular.MoleculeSet} and
 * refuses, with file and line, what it cannot understand. {@link dev.trivium.molecular.table.MoleculeFile#open} goes through a file of any
 * length in constant memory: each row keeps its number, its SMILES string and its cells, and a row that is damaged says so instead of
 * stopping the others.
 *
 * <table>
 * <caption>What a file holds</caption>
 * <tr><th>ending</th><th>read as</th><th>columns</th></tr>
 * <tr><td>{@code .sdf}, {@code .sd}, {@code .mol}</td><td>structure blocks with data items</td><td>{@code smiles} written from the structure,
 * {@code name}, then the data items in the order in which they first occur</td></tr>
 * <tr><td>{@code .smi}, {@code .ism}</td><td>SMILES, white space, name</td><td>{@code smiles}, {@code name}</td></tr>
 * <tr><td>any other</td><td>CSV; the delimiter is one of {@code , ; | tab}</td><td>those of the first line</td></tr>
 * </table>
 * Each may be gzipped ({@code .csv.gz}) or alone in a zip.
 */
@NullMarked
package dev.trivium.molecular.table;

import org.jspecify.annotations.NullMarked;
