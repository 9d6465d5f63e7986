/**
 * Named data sets: where each lies, how to check that it is the right file, and a cache on disk.
 *
 * <p>{@link dev.trivium.data.catalog.Catalog} is read from {@code catalog.json} in the jar: every file has a pinned address, its size and
 * its SHA-256 (or the git blob SHA-1 where no more is known), and every set its licence and the work to cite. Nothing is downloaded until
 * somebody asks a {@link dev.trivium.data.catalog.DatasetCache} for it:
 *
 * <pre>
 * DataSet etth1 = Catalog.builtIn().get("ETTh1");
 * Path csv = DatasetCache.standard().main(etth1, Progress.none());
 * </pre>
 *
 * <p>A file appears under its own name only after its checksum has been compared, and by an atomic rename. Until then it is
 * {@code NAME.part}, which a later call continues. Two processes may ask for the same file at once: the second waits for the first.
 *
 * <table>
 * <caption>Where a file is taken from, in this order</caption>
 * <tr><th>source</th><th>when</th></tr>
 * <tr><td>the cache</td><td>it is there and its checksum holds</td></tr>
 * <tr><td>the jar</td><td>it is a sample that ships</td></tr>
 * <tr><td>the mirror</td><td>one was given and holds it; a damaged copy is an error, not a reason to look further</td></tr>
 * <tr><td>the network</td><td>the cache is not offline</td></tr>
 * </table>
 *
 * <p>A mirror is a folder in which each file lies at its {@link dev.trivium.data.catalog.DataFile#mirror() mirror path}, compressed with
 * gzip if that path ends in {@code .gz} and the file's own name does not. Checksums are always those of the file as published.
 */
@NullMarked
package dev.trivium.data.catalog;

import org.jspecify.annotations.NullMarked;
