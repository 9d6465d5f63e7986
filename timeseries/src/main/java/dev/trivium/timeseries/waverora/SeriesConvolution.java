package dev.trivium.timeseries.waverora;

/**
 * One convolution along the variates for each of C coefficient series at once, as text to put in front of a script:
 * {@code series_convolution(x: (B, M, C·in), weight: (C·out, in, k), bias: (C·out), C) → (B, M, C·out)}, zeros outside, k odd.
 *
 * <p>It is a grouped convolution over B images of 1 × M pixels whose channels lie side by side, as the tokens do anyway, so nothing is
 * copied. A few samples go through one batched product over the series instead, of every variate's k neighbours: the engine starts
 * it sooner and takes the weights as they lie.
 */
final class SeriesConvolution {

    static final String FUNCTIONS = """
            def series_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, series: int) -> Tensor:
              kernel = torch.size(weight, 2)
              if not self.as_image(x):
                neighbours = torch.unflatten(x, -1, [series, -1])
                if kernel > 1:
                  half = torch.floordiv(kernel, 2)
                  neighbours = torch.flatten(torch.constant_pad_nd(neighbours, [0, 0, 0, 0, half, half]).unfold(1, kernel, 1), 3)
                rows = torch.flatten(neighbours, 0, 1).transpose(0, 1)
                w = torch.unflatten(torch.flatten(weight, 1), 0, [series, -1]).transpose(1, 2)
                b = torch.unflatten(bias, 0, [series, 1, -1])
                y = torch.flatten(torch.baddbmm(b, rows, w).transpose(0, 1), 1)
                return torch.unflatten(y, 0, [torch.size(x, 0), -1])
              image = x.permute([0, 2, 1]).unsqueeze(2)
              pixels = torch.conv2d(image, weight.unsqueeze(2), bias, [1, 1], [0, torch.floordiv(kernel, 2)], [1, 1], series)
              return pixels.squeeze(2).permute([0, 2, 1])
            """;

    private SeriesConvolution() {}
}
