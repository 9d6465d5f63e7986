/** Search for hyper-parameters: trials as child processes within a memory budget, their journal, and what came of them. */
@NullMarked
package dev.trivium.cli.search;

import org.jspecify.annotations.NullMarked;
