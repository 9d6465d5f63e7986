/** Model files that were written once and must be read for ever; {@code src/test/resources/golden/README.md} has the rules. */
@NullMarked
package dev.trivium.molecular.golden;

import org.jspecify.annotations.NullMarked;
