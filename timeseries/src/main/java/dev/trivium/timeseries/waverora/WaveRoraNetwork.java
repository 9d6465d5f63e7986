package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of WaveRoRA (Liang et al. 2024, Fig. 2): normalise each window, decompose and embed it, encode, predict the horizon's
 * coefficients, invert, and undo the normalisation. (B, L, M) → (B, H, M).
 *
 * <p>What depends on parameters alone is computed by {@link #fold} and handed to {@link #forward}: once per training step, inside the
 * recorded graph, or once for a fitted model.
 */
final class WaveRoraNetwork {

    private static final Script SCRIPT = new Script("InstanceNorm", """
            # per window and variate, population variance; (B, L, M) -> (B, M, L), mu (B, M, 1), sigma (B, M, 1)
            def normalise(self, x: Tensor) -> List[Tensor]:
              s = x.transpose(1, 2).contiguous()
              mu = s.mean([-1], True)
              centred = s - mu
              sigma = torch.sqrt(torch.square(centred).mean([-1], True) + 1e-05)
              return [centred / sigma, mu, sigma]
            # calendar (B, L, 4) as four more variates, not normalised: (B, M + 4, L)
            def append(self, x: Tensor, calendar: Tensor) -> Tensor:
              return torch.cat([x, calendar.transpose(1, 2)], 1)
            # (B, M', H) -> (B, H, M) in the units of the input
            def denormalise(self, y: Tensor, mu: Tensor, sigma: Tensor) -> Tensor:
              return torch.addcmul(mu, y.narrow(1, 0, torch.size(mu, 1)), sigma).transpose(1, 2)
            """);

    /** What depends on parameters only. */
    record Folded(List<Tensor> embedding, List<List<Tensor>> layers, List<Tensor> predictor) {
        List<Tensor> all() {
            List<Tensor> all = new ArrayList<>(embedding);
            layers.forEach(all::addAll);
            all.addAll(predictor);
            return all;
        }
    }

    private final int variates;
    private final double dropout;
    private final boolean dropEmbedding;
    private final WaveEmbedding embedding;
    private final List<EncoderLayer> layers = new ArrayList<>();
    private final WavePredictor predictor;

    /** @param ownVariates M, without calendar channels */
    WaveRoraNetwork(Architecture architecture, int lookback, int horizon, int ownVariates, Parameters parameters) {
        variates = ownVariates + (architecture.quirks().calendarChannels() ? CalendarChannels.COUNT : 0);
        dropout = architecture.encoder().dropout();
        dropEmbedding = architecture.variant().domain() != Variant.Domain.WAVELET;
        Basis basis = Basis.of(architecture.variant().domain(), architecture.decomposition(), lookback, horizon);
        int width = dropEmbedding ? architecture.encoder().width() : architecture.decomposition().width();
        embedding = new WaveEmbedding(basis, width, parameters.child("embedding"));
        int routers = architecture.encoder().routersFor(ownVariates);
        for (int n = 0; n < architecture.encoder().layers(); n++) {
            layers.add(new EncoderLayer(architecture, basis.series(), variates, routers, parameters.child("layer." + n)));
        }
        predictor = new WavePredictor(basis, width, parameters.child("predictor"));
    }

    Folded fold() {
        return new Folded(embedding.fold(), layers.stream().map(EncoderLayer::fold).toList(), predictor.fold());
    }

    /**
     * Forecasts a batch.
     *
     * @param windows (B, L, M), standardised
     * @param calendar (B, L, 4), or none
     * @param masks the dropout masks of {@link #masks}, or none
     * @return (B, H, M), standardised
     */
    Tensor forward(Tensor windows, List<Tensor> calendar, Folded folded, List<Tensor> masks) {
        List<Tensor> normal = SCRIPT.callMany("normalise", windows);
        Tensor waves = embed(normal.get(0), calendar, folded);
        if (dropEmbedding && !masks.isEmpty()) {
            waves = waves.mul(masks.get(masks.size() - 1));
        }
        for (int n = 0; n < layers.size(); n++) {
            List<Tensor> own = masks.isEmpty() ? masks : masks.subList(4 * n, 4 * n + 4);
            waves = layers.get(n).forward(waves, folded.layers().get(n), own);
        }
        Tensor horizon = predictor.forward(waves, folded.predictor());
        return SCRIPT.call("denormalise", horizon, normal.get(1), normal.get(2));
    }

    /** Normalised windows (B, M, L) → E, (B, M', C·D). */
    Tensor embed(Tensor normal, List<Tensor> calendar, Folded folded) {
        Tensor all = calendar.isEmpty() ? normal : SCRIPT.call("append", normal, calendar.get(0));
        return embedding.forward(all, folded.embedding());
    }

    List<Tensor> normalise(Tensor windows) {
        return SCRIPT.callMany("normalise", windows);
    }

    EncoderLayer layer(int n) {
        return layers.get(n);
    }

    /** {@return the shapes of all dropout masks of one pass; none if nothing is dropped} */
    long[][] masks(int batch) {
        if (dropout == 0) {
            return new long[0][];
        }
        List<long[]> shapes = new ArrayList<>();
        layers.forEach(layer -> shapes.addAll(List.of(layer.masks(batch, variates))));
        if (dropEmbedding) {
            shapes.add(shapes.get(1)); // the embedding has the shape of an update
        }
        return shapes.toArray(long[][]::new);
    }
}
