/**
 * Building blocks of networks: plain classes over {@link dev.trivium.nn.tensor.Tensor}.
 *
 * <p>A layer is made from its sizes and a {@link dev.trivium.nn.parameter.Parameters} store, in which it registers what it trains by
 * PyTorch's names ({@code weight}, {@code bias}) and with PyTorch's default initial values, so that weights can be exchanged.
 * {@code forward} computes it; layers with dropout take a {@link dev.trivium.nn.layer.Mode} besides. Layers hold no native memory of
 * their own: closing the parameters frees everything.
 *
 * <p>Axes in comments: B batch, T time, C channel, D model width, H heads, d width of a head.
 */
@NullMarked
package dev.trivium.nn.layer;

import org.jspecify.annotations.NullMarked;
