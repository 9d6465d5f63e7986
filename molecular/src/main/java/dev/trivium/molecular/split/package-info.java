/** Training, validation and test molecules: kept apart by type, and checked for molecules that two of them share. */
@NullMarked
package dev.trivium.molecular.split;

import org.jspecify.annotations.NullMarked;
