/** What every reproduction writes down: texts, the machine, and the part of a README that is made from runs. */
@NullMarked
package dev.trivium.reproduce.record;

import org.jspecify.annotations.NullMarked;
