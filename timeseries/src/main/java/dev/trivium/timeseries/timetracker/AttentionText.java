package dev.trivium.timeseries.timetracker;

/**
 * Any-variate attention (section 2.4 of our definition; the form of the score is that of Timer-XL and Moirai), as functions of
 * {@link DecoderScript}.
 *
 * <pre>
 * logit of query (m, i) and key (n, j) = (q · Rot(i - j) k + bias) / √d_h + ln p_mn      j ≤ i, else -∞
 * bias = u if m = n, else v                                                              one of each per head
 * </pre>
 *
 * <p>Letters: B batch, C variates, N patches, S = B (with a relation) or B C (without) sequences of M = C N or N tokens, variate by
 * variate, h heads, d_h their width. The relation ln p is that of the graph; -∞ forbids.
 *
 * <p>Ours: the whole matrix of logits exists for a chunk of query variates only, and where the graph keeps K variates for each, none is
 * computed for the others. Dropout of attention weights is left out where variates look at each other.
 */
final class AttentionText {

    static final String FUNCTIONS = """
            # x (S, M, a, h, d_h): neighbours (2i, 2i + 1) of the first 2 r channels turn by turns (M, 1, 1, r, 2)
            def rotate(self, x: Tensor, turns: Tensor) -> Tensor:
              rotated = 2 * torch.size(turns, -2)
              if rotated == 0:
                y = x
              else:
                own = x
                if rotated < torch.size(x, -1):
                  own = torch.narrow(x, -1, 0, rotated)
                pairs = torch.view_as_complex(torch.unflatten(own, -1, [-1, 2]))
                y = torch.flatten(torch.view_as_real(pairs * torch.view_as_complex(turns)), -2)
                if rotated < torch.size(x, -1):
                  y = torch.cat([y, torch.narrow(x, -1, rotated, torch.size(x, -1) - rotated)], -1)
              return y
            # rows (S M, d) of S sequences of M tokens -> rotated queries and keys, values: (S, h, M, d_h) each
            def project(self, x: Tensor, p: List[Tensor], o: int, turns: Tensor, m: int, heads: int) -> List[Tensor]:
              qkv = torch.reshape(torch.linear(x, p[o + 2], p[o + 3]), [-1, m, 3, heads, torch.floordiv(torch.size(x, 1), heads)])
              parts = torch.split_with_sizes(qkv, [2, 1], 2)
              qk = torch.unbind(torch.transpose(self.rotate(parts[0], turns), 1, 3), 2)
              return [qk[0], qk[1], torch.transpose(torch.squeeze(parts[1], 2), 1, 2)]
            # flags (N, 1, N): key patch j is after query patch i
            def later(self, x: Tensor, n: int) -> Tensor:
              numbers = torch.arange(n, device=ops.prim.device(x))
              return torch.gt(numbers, torch.reshape(numbers, [n, 1, 1]))
            # every sequence by itself: (S, h, N, d_h)
            def alone(self, qkv: List[Tensor], drop: List[Tensor]) -> Tensor:
              if torch.len(drop) == 0:
                mixed = torch.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], None, 0., True)
              else:
                scores = torch.matmul(qkv[0], torch.transpose(qkv[1], -2, -1)) / torch.sqrt(torch.size(qkv[0], -1))
                later = torch.squeeze(self.later(scores, torch.size(scores, -1)), 1)
                weights = torch.softmax(torch.masked_fill(scores, later, -float("inf")), -1)
                mixed = torch.matmul(weights * drop[0], qkv[2])
              return mixed
            # each head's u where own is 1, v where it is 0: own (…) -> (h, …); scaled as the logits are, if wanted
            def biases(self, own: Tensor, same: Tensor, cross: Tensor, width: int, scaled: int) -> Tensor:
              shape = [-1]
              for i in range(torch.dim(own)):
                shape.append(1)
              u = torch.reshape(same, shape)
              v = torch.reshape(cross, shape)
              bias = own * u + (1 - own) * v
              if scaled == 1:
                bias = bias / torch.sqrt(width)
              return bias
            # logits (B, h, m, N, C', N) of m query variates and C' key variates -> weights (B, h, m, N, C' N); bias (B, h, m, C')
            def weigh(self, logits: Tensor, bias: Tensor, n: int) -> Tensor:
              full = logits + torch.unsqueeze(torch.unsqueeze(bias, 3), 5)
              return torch.softmax(torch.flatten(torch.masked_fill(full, self.later(full, n), -float("inf")), -2), -1)
            # all variates look at all, as the relation (B, C, C) allows: q, k, v (B, h, C N, d_h) -> (B, h, C N, d_h), a chunk of queries at a time
            def among_all(self, q: Tensor, k: Tensor, v: Tensor, same: Tensor, cross: Tensor, relation: Tensor, scaled: int, chunk: int) -> Tensor:
              c = torch.size(relation, -1)
              n = torch.floordiv(torch.size(q, 2), c)
              own = torch.type_as(torch.eye(c, device=ops.prim.device(q)), q)
              bias = torch.unsqueeze(self.biases(own, same, cross, torch.size(q, -1), scaled), 0) + torch.unsqueeze(relation, 1)
              scaled_q = q / torch.sqrt(torch.size(q, -1))
              keys = torch.transpose(k, -2, -1)
              out = annotate(List[Tensor], [])
              for i in range(torch.floordiv(c + chunk - 1, chunk)):
                m = c - i * chunk
                if m > chunk:
                  m = chunk
                logits = torch.matmul(torch.narrow(scaled_q, 2, i * chunk * n, m * n), keys)
                weights = self.weigh(torch.unflatten(torch.unflatten(logits, 3, [c, n]), 2, [m, n]), torch.narrow(bias, 2, i * chunk, m), n)
                out.append(torch.matmul(torch.flatten(weights, 2, 3), v))
              return torch.cat(out, 2)
            # of x (B, h, C N, d_h), the K variates that index (B, m, K) names: (B, h, m, K N, d_h)
            def gathered(self, x: Tensor, index: Tensor, c: int) -> Tensor:
              b = torch.size(x, 0)
              h = torch.size(x, 1)
              table = torch.reshape(x, [b * h * c, -1])
              start = torch.reshape(torch.arange(b * h, device=ops.prim.device(x)), [b, h, 1, 1]) * c
              rows = torch.index_select(table, 0, torch.flatten(torch.unsqueeze(index, 1) + start))
              return torch.reshape(rows, [b, h, torch.size(index, 1), -1, torch.size(x, -1)])
            # each variate looks at K variates only: index and relation (B, C, K); a chunk of queries at a time
            def among_few(self, q: Tensor, k: Tensor, v: Tensor, same: Tensor, cross: Tensor, relation: Tensor, index: Tensor, scaled: int,
                chunk: int) -> Tensor:
              c = torch.size(index, 1)
              n = torch.floordiv(torch.size(q, 2), c)
              numbers = torch.reshape(torch.arange(c, device=ops.prim.device(q)), [c, 1])
              own = torch.type_as(torch.eq(index, numbers), q)
              bias = torch.transpose(self.biases(own, same, cross, torch.size(q, -1), scaled), 0, 1) + torch.unsqueeze(relation, 1)
              queries = torch.unflatten(q / torch.sqrt(torch.size(q, -1)), 2, [c, n])
              out = annotate(List[Tensor], [])
              for i in range(torch.floordiv(c + chunk - 1, chunk)):
                m = c - i * chunk
                if m > chunk:
                  m = chunk
                some = torch.narrow(index, 1, i * chunk, m)
                logits = torch.matmul(torch.narrow(queries, 2, i * chunk, m), torch.transpose(self.gathered(k, some, c), -2, -1))
                weights = self.weigh(torch.unflatten(logits, 4, [-1, n]), torch.narrow(bias, 2, i * chunk, m), n)
                out.append(torch.matmul(weights, self.gathered(v, some, c)))
              return torch.flatten(torch.cat(out, 2), 2, 3)
            # rows (S M, d) -> (S M, d); relation: none, (B, C, C), or (B, C, K) with its index
            def attend(self, x: Tensor, p: List[Tensor], o: int, turns: Tensor, relation: List[Tensor], drop: List[Tensor], how: List[int]) -> Tensor:
              qkv = self.project(x, p, o, turns, torch.size(turns, 0), how[2])
              if torch.len(relation) == 0:
                mixed = self.alone(qkv, drop)
              else:
                if torch.len(relation) == 1:
                  mixed = self.among_all(qkv[0], qkv[1], qkv[2], p[o + 18], p[o + 19], relation[0], how[9], how[10])
                else:
                  mixed = self.among_few(qkv[0], qkv[1], qkv[2], p[o + 18], p[o + 19], relation[0], relation[1], how[9], how[10])
              return torch.linear(torch.reshape(torch.transpose(mixed, 1, 2), [-1, torch.size(x, 1)]), p[o + 4], p[o + 5])
            def flat_turns(self, angles: Tensor, m: int) -> Tensor:
              numbers = torch.type_as(torch.arange(m, device=ops.prim.device(angles)), angles)
              angle = torch.outer(numbers, angles)
              return torch.reshape(torch.stack([torch.cos(angle), torch.sin(angle)], -1), [m, 1, 1, torch.size(angles, 0), 2])
            # the turns (M, 1, 1, r, 2) of tokens from those of patches, or from the angles (r) of position 1 for flattened positions
            def turns_of(self, turns: Tensor, tokens: int, variates: int) -> Tensor:
              if torch.dim(turns) == 1:
                own = self.flat_turns(turns, tokens)
              else:
                own = torch.narrow(turns, 0, 0, torch.floordiv(tokens, variates))
                if variates > 1:
                  own = torch.repeat(own, [variates, 1, 1, 1, 1])
              return own
            """;

    private AttentionText() {}
}
