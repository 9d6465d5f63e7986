/**
 * The only door to the native engine: tensors, scopes, the tape and kernels.
 *
 * <p>No other package of Trivium imports the engine, so it can be replaced here. Three rules hold by construction: data and numbers
 * are always owned by libtorch (the engine's convenience overloads free them before the backward pass reads them), every native
 * object belongs to a {@link dev.trivium.nn.tensor.Scope}, and a thread that has not opened a
 * {@link dev.trivium.nn.tensor.Tape} records no gradients.
 *
 * <table>
 * <caption>Where to look</caption>
 * <tr><td>{@link dev.trivium.nn.tensor.Tensor}</td><td>an array and its operations</td></tr>
 * <tr><td>{@link dev.trivium.nn.tensor.Scope}</td><td>who frees it</td></tr>
 * <tr><td>{@link dev.trivium.nn.tensor.Tape}</td><td>gradients</td></tr>
 * <tr><td>{@link dev.trivium.nn.tensor.Script}</td><td>fused kernels of one's own</td></tr>
 * <tr><td>{@link dev.trivium.nn.tensor.Compute}</td><td>device and precision</td></tr>
 * </table>
 */
@NullMarked
package dev.trivium.nn.tensor;

import org.jspecify.annotations.NullMarked;
