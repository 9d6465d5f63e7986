package dev.trivium.nn.optimizer;

import dev.trivium.nn.tensor.Script;

/**
 * The native side of {@link AdamMoments}: one function for a whole step. Parameters come in the order of their groups, {@code ends}
 * says where each group ends.
 *
 * <p>Three things are not as they look. Every gradient is made contiguous, because the fused kernel reads raw memory in order while
 * autograd hands out transposed and expanded views. Clipping makes new tensors, because two parameters may share one gradient. And
 * the lists {@code p, m, v, t} are filled anew for each group, yet must come in as (empty) arguments: the compiler takes an update
 * in place of a list that the function made itself for one without effect, and drops it.
 */
final class AdamScript {

    /** What {@code step} returns, in place of a norm, for a loss that depends on no parameter. */
    static final double NOT_RECORDED = -1;

    static final Script SCRIPT = new Script("AdamSteps", """
            def step(self, loss: Tensor, parameters: List[Tensor], means: List[Tensor], squares: List[Tensor], counts: List[Tensor],
                p: List[Tensor], m: List[Tensor], v: List[Tensor], t: List[Tensor], ends: List[int], factors: Tensor, decays: Tensor,
                decoupled: bool, rate: float, beta1: float, beta2: float, eps: float, clip: bool, limit: float) -> float:
              if torch.__not__(ops.prim.requires_grad(loss)):
                return -1.
              found = torch.grad([loss], parameters, None, False, False, True)
              norm = 0.
              factor = 1.
              if clip:
                present = annotate(List[Tensor], [])
                for i in range(torch.len(found)):
                  gradient = found[i]
                  if torch.__isnot__(gradient, None):
                    present.append(unchecked_cast(Tensor, gradient))
                if torch.gt(torch.len(present), 0):
                  norm = float(torch.linalg_vector_norm(torch.stack(torch._foreach_norm(present, 2))))
                  factor = torch.div(limit, torch.add(norm, 9.9999999999999995e-07))
              start = 0
              for k in range(torch.len(ends)):
                p.clear()
                m.clear()
                v.clear()
                t.clear()
                g = annotate(List[Tensor], [])
                for i in range(start, ends[k]):
                  gradient = found[i]
                  if torch.__isnot__(gradient, None):
                    g.append(torch.contiguous(unchecked_cast(Tensor, gradient)))
                    p.append(parameters[i])
                    m.append(means[i])
                    v.append(squares[i])
                    t.append(counts[i])
                start = ends[k]
                if torch.gt(torch.len(g), 0):
                  if torch.__not__(torch.ge(factor, 1.)):
                    g = torch._foreach_mul(g, factor)
                  torch._foreach_add_(t, 1)
                  lr = torch.mul(rate, float(torch.select(factors, 0, k)))
                  decay = float(torch.select(decays, 0, k))
                  if decoupled:
                    torch._fused_adamw_(p, g, m, v, [], t, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,
                        amsgrad=False, maximize=False)
                  else:
                    torch._fused_adam_(p, g, m, v, [], t, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,
                        amsgrad=False, maximize=False)
              return norm
            # the same from gradients that are known and may be overwritten: clipping is left to the kernel, which divides by scale, or, in
            # float64, for which a float32 scale is too coarse, done in place
            def known(self, gradients: List[Tensor], parameters: List[Tensor], means: List[Tensor], squares: List[Tensor],
                counts: List[Tensor], p: List[Tensor], m: List[Tensor], v: List[Tensor], t: List[Tensor], ends: List[int], factors: Tensor,
                decays: Tensor, decoupled: bool, rate: float, beta1: float, beta2: float, eps: float, clip: bool, limit: float) -> float:
              norm = 0.
              scale = annotate(Optional[Tensor], None)
              if clip:
                norm = float(torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients, 2))))
                over = torch.div(torch.add(norm, 9.9999999999999995e-07), limit)
                if torch.gt(over, 1.):
                  if ops.prim.dtype(gradients[0]) == 6:
                    scale = torch.full([], over, dtype=6, device=ops.prim.device(gradients[0]))
                  else:
                    torch._foreach_mul_(gradients, torch.div(1., over))
              start = 0
              for k in range(torch.len(ends)):
                p.clear()
                m.clear()
                v.clear()
                t.clear()
                g = annotate(List[Tensor], [])
                for i in range(start, ends[k]):
                  g.append(torch.contiguous(gradients[i]))
                  p.append(parameters[i])
                  m.append(means[i])
                  v.append(squares[i])
                  t.append(counts[i])
                start = ends[k]
                if torch.gt(torch.len(g), 0):
                  torch._foreach_add_(t, 1)
                  lr = torch.mul(rate, float(torch.select(factors, 0, k)))
                  decay = float(torch.select(decays, 0, k))
                  if decoupled:
                    torch._fused_adamw_(p, g, m, v, [], t, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,
                        amsgrad=False, maximize=False, grad_scale=scale)
                  else:
                    torch._fused_adam_(p, g, m, v, [], t, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,
                        amsgrad=False, maximize=False, grad_scale=scale)
              return norm
            """);

    private AdamScript() {}
}
