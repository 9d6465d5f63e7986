package dev.trivium.nn.contrastive;

import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * What both losses compute from the scalar products s_ij = z_i · z_j / τ, with a weight w_ij for every positive, their number n_i, and a
 * weight d_ij for every candidate:
 *
 * <pre>S = mean over i with n_i &gt; 0 of (1 / n_i) Σ_j w_ij (log Σ_a d_ia e^{s_ia} − s_ij)</pre>
 *
 * <p>The weights depend on a task, the products on a vector, so that T · V losses need no more than T + V matrices (B, B).
 */
final class ContrastScript {

    private static final Script SCRIPT = new Script("Contrast", """
            # z: V times (B, D); w, d: (T, B, B); n: (T, B); tasks: (T), whether each counts
            def contrast(self, z: List[Tensor], w: Tensor, n: Tensor, d: Tensor, tasks: Tensor, temperature: float) -> Tensor:
              vectors = torch.stack(z)
              s = torch.div(torch.matmul(vectors, torch.transpose(vectors, 1, 2)), temperature)
              top = torch.amax(torch.detach(s), [2], True)
              e = torch.permute(torch.exp(torch.sub(s, top)), [1, 2, 0])
              per_anchor = torch.permute(w, [1, 0, 2])
              counts = torch.unsqueeze(torch.t(n), 2)
              anchors = torch.gt(counts, 0)
              total = torch.bmm(torch.permute(d, [1, 0, 2]), e)
              log_total = torch.add(torch.log(torch.where(anchors, total, 1.)), torch.permute(top, [1, 2, 0]))
              drawn = torch.bmm(per_anchor, torch.permute(s, [1, 2, 0]))
              cost = torch.sub(torch.mul(torch.sum(per_anchor, [2], True), log_total), drawn)
              cost = torch.div(torch.where(anchors, cost, 0.), torch.clamp_min(counts, 1))
              of_task = torch.div(torch.sum(cost, [0, 2]), torch.clamp_min(torch.sum(anchors, [0, 2]), 1))
              return torch.div(torch.sum(torch.where(tasks, of_task, 0.)), torch.clamp_min(torch.sum(tasks), 1))
            # labels without gaps (T, B), and which pairs (T, B, B) are known
            def known(self, labels: Tensor, mask: Tensor) -> List[Tensor]:
              seen = torch.ne(torch.t(mask), 0)
              y = torch.where(seen, torch.t(labels), 0.)
              return [y, torch.bitwise_and(torch.unsqueeze(seen, 1), torch.unsqueeze(seen, 2))]
            # every sample stands twice among the candidates, so that pairs count twice and a sample itself once
            def classes(self, z: List[Tensor], labels: Tensor, mask: Tensor, temperature: float) -> Tensor:
              y, pairs, = self.known(labels, mask)
              size = torch.size(y, 1)
              views = torch.sub(2., torch.eye(size, dtype=ops.prim.dtype(z[0]), device=ops.prim.device(y)))
              alike = torch.bitwise_and(pairs, torch.eq(torch.unsqueeze(y, 1), torch.unsqueeze(y, 2)))
              w = torch.mul(views, alike)
              return self.contrast(z, w, torch.sum(w, [2]), torch.mul(views, pairs), torch.any(torch.ne(y, 0), 1), temperature)
            def distances(self, z: List[Tensor], labels: Tensor, mask: Tensor, temperature: float, near: List[float],
                far: List[float]) -> Tensor:
              y, known, = self.known(labels, mask)
              size = torch.size(y, 1)
              others = torch.bitwise_not(torch.eye(size, dtype=11, device=ops.prim.device(y)))
              pairs = torch.bitwise_and(known, others)
              delta = torch.abs(torch.sub(torch.unsqueeze(y, 1), torch.unsqueeze(y, 2)))
              positives = annotate(List[Tensor], [])
              w = annotate(List[Tensor], [])
              d = annotate(List[Tensor], [])
              for t in range(torch.len(near)):
                own = torch.select(delta, 0, t)
                pair = torch.select(pairs, 0, t)
                positive = torch.bitwise_and(pair, torch.le(own, near[t]))
                positives.append(positive)
                w.append(torch.mul(torch.div(torch.rsub(own, near[t]), near[t]), positive))
                d.append(torch.mul(torch.exp(torch.div(torch.sub(own, near[t]), far[t] - near[t])), pair))
              n = torch.sum(torch.stack(positives), [2])
              return self.contrast(z, torch.stack(w), n, torch.stack(d), torch.any(torch.gt(n, 0), 1), temperature)
            """);

    private ContrastScript() {}

    static Tensor classes(List<Tensor> z, Tensor labels, Tensor mask, double temperature) {
        check(z, labels, mask);
        return SCRIPT.call("classes", z, labels, mask, temperature);
    }

    static Tensor distances(List<Tensor> z, Tensor labels, Tensor mask, double temperature, List<LabelDistances> tasks) {
        check(z, labels, mask);
        if (labels.size(1) != tasks.size()) {
            throw new IllegalArgumentException("labels must have shape (batch, tasks=" + tasks.size() + "), got " + labels.shapeText());
        }
        double[] near = tasks.stream().mapToDouble(LabelDistances::median).toArray();
        double[] far = tasks.stream().mapToDouble(LabelDistances::range).toArray();
        return SCRIPT.call("distances", z, labels, mask, temperature, near, far);
    }

    /** Broadcasting would compare what does not belong together. */
    private static void check(List<Tensor> z, Tensor labels, Tensor mask) {
        if (z.isEmpty()) {
            throw new IllegalArgumentException("z must hold at least one tensor, got none");
        }
        if (labels.shape().length != 2) {
            throw new IllegalArgumentException("labels must have shape (batch, tasks), got " + labels.shapeText());
        }
        if (!Arrays.equals(labels.shape(), mask.shape())) {
            throw new IllegalArgumentException("mask must have the labels' shape " + labels.shapeText() + ", got " + mask.shapeText());
        }
        for (Tensor vectors : z) {
            if (vectors.shape().length != 2 || vectors.size(0) != labels.size(0) || !Arrays.equals(vectors.shape(), z.get(0).shape())) {
                throw new IllegalArgumentException(
                        "z must have shape (batch=" + labels.size(0) + ", D), all the same, got " + vectors.shapeText());
            }
        }
    }

    static void checkTemperature(double temperature) {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be positive and finite, got " + temperature);
        }
    }
}
