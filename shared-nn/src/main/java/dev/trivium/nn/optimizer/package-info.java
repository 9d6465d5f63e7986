/**
 * Gradient descent with moments: Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019), as PyTorch defines them.
 *
 * <p>One step is one native call, whatever the number of parameters and groups: it differentiates the recorded loss, clips the
 * gradients to a global norm, and updates moments and parameters with libtorch's fused kernel. Gradients are never accumulated, so
 * there is nothing to reset between steps.
 *
 * <table>
 * <caption>Symbols of the papers</caption>
 * <tr><td>α, η</td><td>the learning rate of {@link dev.trivium.nn.optimizer.Optimizer#step}, times a group's factor</td></tr>
 * <tr><td>β₁, β₂, ε</td><td>{@link dev.trivium.nn.optimizer.AdamSettings}</td></tr>
 * <tr><td>λ</td><td>{@code weightDecay}</td></tr>
 * <tr><td>m, v, t</td><td>{@code m.NAME}, {@code v.NAME} and {@code t.NAME} of {@link dev.trivium.nn.optimizer.Optimizer#state}</td></tr>
 * </table>
 *
 * <p>Take {@link dev.trivium.nn.optimizer.AdamW} where weights should decay; without decay the two are the same. libtorch has the
 * fused kernel for the processor and for CUDA in both precisions that the library offers, so there is no second, slower path. On CUDA
 * it was not run.
 */
@NullMarked
package dev.trivium.nn.optimizer;

import org.jspecify.annotations.NullMarked;
