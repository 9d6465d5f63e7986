/** What commands put on the pages that {@code --report} writes. */
@NullMarked
package dev.trivium.cli.page;

import org.jspecify.annotations.NullMarked;
