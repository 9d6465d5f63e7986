/** How scores are printed and stored: numbers with few digits, aligned tables, paragraphs, and records as JSON. */
@NullMarked
package dev.trivium.evaluation.text;

import org.jspecify.annotations.NullMarked;
