package dev.trivium.timeseries.waverora;

/**
 * One convolution along the variates for each of C coefficient series at once, as text to put in front of a script:
 * {@code series_convolution(x: (B, M, C·in), weight: (C·out, in, k), bias: (C·out), C) → (B, M, C·out)}, zeros outside, k odd.
 *
 * <p>It is a grouped convolution over B images of 1 × M pixels whose channels lie side by side, as the tokens do anyway, so nothing is
 * copied. A few samples with k = 1 go through a batched product instead, for which the engine has the quicker start.
 */
final class SeriesConvolution {

    static final String FUNCTIONS = """
            def series_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, series: int) -> Tensor:
              kernel = torch.size(weight, 2)
              if kernel == 1 and not self.as_image(x):
                per_series = torch.unflatten(torch.flatten(x, 0, 1), -1, [series, -1]).transpose(0, 1)
                w = torch.unflatten(weight.squeeze(2), 0, [series, -1]).transpose(1, 2)
                b = torch.unflatten(bias, 0, [series, 1, -1])
                y = torch.flatten(torch.baddbmm(b, per_series, w).transpose(0, 1), 1)
                return torch.unflatten(y, 0, [torch.size(x, 0), -1])
              image = x.permute([0, 2, 1]).unsqueeze(2)
              pixels = torch.conv2d(image, weight.unsqueeze(2), bias, [1, 1], [0, torch.floordiv(kernel, 2)], [1, 1], series)
              return pixels.squeeze(2).permute([0, 2, 1])
            """;

    private SeriesConvolution() {}
}
