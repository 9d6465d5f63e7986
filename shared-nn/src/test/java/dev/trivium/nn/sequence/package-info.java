/** Tests of {@code dev.trivium.nn.sequence}. */
@org.jspecify.annotations.NullMarked
package dev.trivium.nn.sequence;
