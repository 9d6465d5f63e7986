/** Pre-training of Time Tracker: sittings, the decay that ends in weights, and the card that says what they are. */
@NullMarked
package dev.trivium.reproduce.timetracker;

import org.jspecify.annotations.NullMarked;
