package dev.trivium.nn.tensor;

/** The operations that {@link Tensor} offers, one line of TorchScript each. */
final class TensorOps {

    static final Script SCRIPT = new Script("TensorOps", """
            def add(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.add(x, y)
            def sub(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.sub(x, y)
            def mul(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.mul(x, y)
            def div(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.div(x, y)
            def scale(self, x: Tensor, factor: float) -> Tensor:
              return torch.mul(x, factor)
            def shift(self, x: Tensor, amount: float) -> Tensor:
              return torch.add(x, amount)
            def power(self, x: Tensor, exponent: float) -> Tensor:
              return torch.pow(x, exponent)
            def matmul(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.matmul(x, y)
            def linear(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              return torch.linear(x, weight, bias)
            def linear_without_bias(self, x: Tensor, weight: Tensor) -> Tensor:
              return torch.linear(x, weight)
            def conv1d(self, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int, dilation: int, groups: int) -> Tensor:
              return torch.conv1d(x, weight, bias, [stride], [padding], [dilation], groups)
            def layer_norm(self, x: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
              return torch.layer_norm(x, torch.size(weight), weight, bias, eps)
            def rms_norm(self, x: Tensor, weight: Tensor, eps: float) -> Tensor:
              scale = torch.rsqrt(torch.add(torch.mean(torch.square(x), [-1], True), eps))
              return torch.mul(torch.mul(x, scale), weight)
            def attention(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
              return torch.scaled_dot_product_attention(q, k, v)
            def masked_attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
              return torch.scaled_dot_product_attention(q, k, v, mask)
            def rotate_pairs(self, x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
              even = torch.slice(x, -1, 0, 9223372036854775807, 2)
              odd = torch.slice(x, -1, 1, 9223372036854775807, 2)
              re = torch.sub(torch.mul(even, cosine), torch.mul(odd, sine))
              im = torch.add(torch.mul(even, sine), torch.mul(odd, cosine))
              return torch.flatten(torch.stack([re, im], -1), -2, -1)
            def reshape(self, x: Tensor, shape: List[int]) -> Tensor:
              return torch.reshape(x, shape)
            def permute(self, x: Tensor, axes: List[int]) -> Tensor:
              return torch.permute(x, axes)
            def transpose(self, x: Tensor, a: int, b: int) -> Tensor:
              return torch.transpose(x, a, b)
            def narrow(self, x: Tensor, axis: int, start: int, length: int) -> Tensor:
              return torch.narrow(x, axis, start, length)
            def select(self, x: Tensor, axis: int, index: int) -> Tensor:
              return torch.select(x, axis, index)
            def expand(self, x: Tensor, shape: List[int]) -> Tensor:
              return torch.expand(x, shape)
            def flip(self, x: Tensor, axis: int) -> Tensor:
              return torch.flip(x, [axis])
            def pad(self, x: Tensor, widths: List[int]) -> Tensor:
              return torch.constant_pad_nd(x, widths, 0)
            def concat(self, parts: List[Tensor], axis: int) -> Tensor:
              return torch.cat(parts, axis)
            def stack(self, parts: List[Tensor], axis: int) -> Tensor:
              return torch.stack(parts, axis)
            def rows(self, x: Tensor, index: Tensor) -> Tensor:
              return torch.embedding(x, index)
            def add_rows(self, x: Tensor, index: Tensor, source: Tensor) -> Tensor:
              return torch.index_add(x, 0, index, source)
            def where(self, mask: Tensor, x: Tensor, y: Tensor) -> Tensor:
              return torch.where(torch.ne(mask, 0), x, y)
            def to_float_like(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.type_as(x, y)
            def sum(self, x: Tensor, axes: List[int], keep: bool) -> Tensor:
              return torch.sum(x, axes, keep)
            def mean(self, x: Tensor, axes: List[int], keep: bool) -> Tensor:
              return torch.mean(x, axes, keep)
            def max_along(self, x: Tensor, axis: int, keep: bool) -> Tensor:
              return torch.amax(x, [axis], keep)
            def sum_all(self, x: Tensor) -> Tensor:
              return torch.sum(x)
            def mean_all(self, x: Tensor) -> Tensor:
              return torch.mean(x)
            def softmax(self, x: Tensor, axis: int) -> Tensor:
              return torch.softmax(x, axis)
            def log_softmax(self, x: Tensor, axis: int) -> Tensor:
              return torch.log_softmax(x, axis)
            def log_sum_exp(self, x: Tensor, axis: int) -> Tensor:
              return torch.logsumexp(x, [axis], False)
            def maximum(self, x: Tensor, y: Tensor) -> Tensor:
              return torch.maximum(x, y)
            def clamp_min(self, x: Tensor, low: float) -> Tensor:
              return torch.clamp_min(x, low)
            def neg(self, x: Tensor) -> Tensor:
              return torch.neg(x)
            def abs(self, x: Tensor) -> Tensor:
              return torch.abs(x)
            def exp(self, x: Tensor) -> Tensor:
              return torch.exp(x)
            def log(self, x: Tensor) -> Tensor:
              return torch.log(x)
            def sqrt(self, x: Tensor) -> Tensor:
              return torch.sqrt(x)
            def square(self, x: Tensor) -> Tensor:
              return torch.square(x)
            def tanh(self, x: Tensor) -> Tensor:
              return torch.tanh(x)
            def sigmoid(self, x: Tensor) -> Tensor:
              return torch.sigmoid(x)
            def log_sigmoid(self, x: Tensor) -> Tensor:
              return torch.log_sigmoid(x)
            def softplus(self, x: Tensor) -> Tensor:
              return torch.softplus(x)
            def relu(self, x: Tensor) -> Tensor:
              return torch.relu(x)
            def gelu(self, x: Tensor) -> Tensor:
              return torch.gelu(x)
            def silu(self, x: Tensor) -> Tensor:
              return torch.silu(x)
            def elu(self, x: Tensor) -> Tensor:
              return torch.elu(x)
            """);

    private TensorOps() {}
}
