package dev.trivium.nn.tensor;

/**
 * Linear maps of token rows as text to put in front of a {@link Script} that uses them. They are plain linear maps that run as 1 × 1
 * convolutions over images where those were measured to be the faster.
 *
 * <p>In float32 on the processor, 16 images or more go to oneDNN, whose kernels were measured to be 1.4 to 2 times as fast as MKL's
 * matrix product on processors that MKL does not favour, and no slower elsewhere. Layouts are such that nothing is copied.
 *
 * <ul>
 * <li>{@code token_linear(x: (B, M, in), weight: (out, in), bias: (out)) → (B, M, out)}: B images of M pixels.
 * <li>{@code packed_linear(x: (N, in), weight: (out, in), bias: (out) or None) → (N, out)}: 16 images of N / 16 pixels, rounded up with
 *     rows of zeros, for products large enough to repay a convolution's longer start.
 * </ul>
 */
public final class TokenLinear {

    /** Functions {@code token_linear}, {@code packed_linear} and what they call. */
    public static final String FUNCTIONS = """
            def as_image(self, x: Tensor) -> bool:
              return torch.size(x, 0) >= 16 and ops.prim.dtype(x) == 6 and not ops.prim.is_cuda(x)
            def token_linear(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              if self.as_image(x):
                pixels = torch.conv2d(x.permute([0, 2, 1]).unsqueeze(2), weight.unsqueeze(-1).unsqueeze(-1), bias)
                y = pixels.squeeze(2).permute([0, 2, 1])
              else:
                y = torch.linear(x, weight, bias)
              return y
            # a convolution saves half of the product's time, and costs as much as 5 million products and 64 rows more to start
            def as_images(self, x: Tensor, weight: Tensor) -> bool:
              return (torch.size(x, 0) - 64) * torch.numel(weight) > 5000000 and self.as_image(x)
            def packed_linear(self, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
              if self.as_images(x, weight):
                rows = torch.size(x, 0)
                pixels = torch.floordiv(rows + 15, 16)
                missing = 16 * pixels - rows
                whole = x
                if missing > 0:
                  whole = torch.constant_pad_nd(x, [0, 0, 0, missing], 0)
                images = torch.unflatten(whole, 0, [16, pixels]).permute([0, 2, 1]).unsqueeze(2)
                y = torch.conv2d(images, weight.unsqueeze(-1).unsqueeze(-1), bias)
                y = torch.flatten(y.squeeze(2).permute([0, 2, 1]), 0, 1)
                if missing > 0:
                  y = y.narrow(0, 0, rows)
                return y
              else:
                return torch.linear(x, weight, bias)
            """;

    private TokenLinear() {}
}
