/**
 * Real series that ship inside the jar, so that a first run needs no network.
 *
 * <p>A {@link dev.trivium.data.sample.Sample} names its source and licence, and checks its own bytes each time it is opened.
 * Beside the data lie {@code NAME-SOURCE.md} (package, version, checksums, what was changed) and the licence text; both can be read
 * through the sample. For the larger published sets, which are downloaded, see {@code dev.trivium.data.catalog}.
 */
@NullMarked
package dev.trivium.data.sample;

import org.jspecify.annotations.NullMarked;
