/**
 * A small set of measured molecules that ships inside the jar, so that a first run needs no network.
 *
 * <p>A {@link dev.trivium.molecular.sample.MoleculeSample} names its source and licence, and checks its own bytes each time it is opened.
 * Beside the data lie {@code SOURCE.md} (package, version, checksums, what was chosen) and the licence text; both can be read through the
 * sample. For the published sets, which are downloaded, see {@code dev.trivium.molecular.catalog}.
 */
@NullMarked
package dev.trivium.molecular.sample;

import org.jspecify.annotations.NullMarked;
