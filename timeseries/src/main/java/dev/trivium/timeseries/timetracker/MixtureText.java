package dev.trivium.timeseries.timetracker;

/**
 * The mixture of experts (section 2.6 of our definition), as functions of {@link DecoderScript}.
 *
 * <pre>
 * s = sigmoid(G h),  chosen = the k largest of s + b,  g_e = s_e / Σ_chosen s
 * out = Σ_shared FFN_i(h) + Σ_chosen g_e FFN_e(h)
 * </pre>
 *
 * <p>Tokens are sorted by expert, and an expert computes only its own.
 */
final class MixtureText {

    static final String FUNCTIONS = """
            def unit(self, x: Tensor, relu: int) -> Tensor:
              if relu == 1:
                y = torch.relu(x)
              else:
                y = torch.gelu(x)
              return y
            # rows (T, d) -> gates (T, k), experts (T, k)
            def route(self, x: Tensor, centroids: Tensor, balance: Tensor, how: List[int]) -> List[Tensor]:
              products = torch.linear(x, centroids)
              if how[7] == 1:
                products = products + balance
              if how[4] == 1:
                s = torch.softmax(products, -1)
              else:
                s = torch.sigmoid(products)
              choice = torch.detach(s)
              if how[7] == 0:
                choice = choice + balance
              best, experts, = torch.topk(choice, how[3])
              gates = torch.gather(s, 1, experts)
              return [gates / torch.sum(gates, [1], True), experts]
            # the shared experts side by side: their sum or mean, (T, d)
            def shared(self, x: Tensor, p: List[Tensor], o: int, how: List[int]) -> Tensor:
              inner = self.unit(torch.linear(x, p[o + 10], p[o + 11]), how[5])
              y = torch.linear(inner, p[o + 12], torch.sum(p[o + 13], [0]))
              if how[6] == 1:
                y = y / torch.size(p[o + 13], 0)
              return y
            # rows (T, d) -> what the experts say (T, d), tokens per private expert (n), gates (T, k), experts (T, k)
            def mixture(self, x: Tensor, p: List[Tensor], o: int, how: List[int]) -> List[Tensor]:
              routes = self.route(x, p[o + 8], p[o + 9], how)
              numbers = torch.flatten(routes[1])
              sorted, order, = torch.sort(numbers, stable=True)
              counts = torch.bincount(numbers, None, torch.size(p[o + 8], 0))
              sizes = annotate(List[int], [])
              for e in range(torch.size(counts, 0)):
                sizes.append(int(torch.select(counts, 0, e)))
              token = torch.floor_divide(order, how[3])
              parts = torch.split_with_sizes(torch.index_select(x, 0, token), sizes)
              w1 = torch.unbind(p[o + 14])
              b1 = torch.unbind(p[o + 15])
              w2 = torch.unbind(p[o + 16])
              b2 = torch.unbind(p[o + 17])
              gates = torch.split_with_sizes(torch.unsqueeze(torch.index_select(torch.flatten(routes[0]), 0, order), 1), sizes)
              tokens = torch.split_with_sizes(token, sizes)
              if torch.size(p[o + 13], 0) > 0:
                all = self.shared(x, p, o, how)
              else:
                all = torch.zeros_like(x)
              for e in range(torch.len(sizes)):
                own = torch.linear(self.unit(torch.linear(parts[e], w1[e], b1[e]), how[5]), w2[e], b2[e])
                all = torch.index_add_(all, 0, tokens[e], own * gates[e])
              return [all, torch.type_as(counts, x), torch.detach(routes[0]), routes[1]]
            """;

    private MixtureText() {}
}
