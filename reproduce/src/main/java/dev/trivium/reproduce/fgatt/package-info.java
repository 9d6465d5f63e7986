/**
 * FGATT on wireless data and on AQI-36, beside simple methods and networks that lack a part of it.
 *
 * <p>The paper's own data and tables are not available, so nothing here is a comparison with it. What a fit said of every hidden test cell is
 * kept in a file; scores, intervals and paired tests are computed from these files.
 */
@NullMarked
package dev.trivium.reproduce.fgatt;

import org.jspecify.annotations.NullMarked;
