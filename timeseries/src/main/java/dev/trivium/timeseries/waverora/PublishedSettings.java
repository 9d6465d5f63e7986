package dev.trivium.timeseries.waverora;

import dev.trivium.nn.wavelet.Wavelet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The settings of the published scripts, per data set and horizon; look-back 96, D = 64, F = 256, 8 heads, batches of 32.
 *
 * <p>The authors' search minimised the test error, so rates and dropout per horizon are very likely chosen on the test set.
 */
public enum PublishedSettings {
    /** ETTh1. */
    ETTH1(Wavelet.SYM3, new int[] {3, 3, 3, 4}, new int[] {1, 1, 1, 2}, 256, 1, 2, 3,
            new double[] {1e-4, 4e-5, 4e-5, 4e-5}, new double[] {.3, 0, 0, 0}),
    /** ETTh2. */
    ETTH2(Wavelet.COIF3, new int[] {5, 5, 5, 3}, same(2), 256, 3, 2, 3, new double[] {4e-5, 4e-5, 4e-5, 1e-4}, new double[] {.1, 0, 0, .1}),
    /** ETTm1. */
    ETTM1(Wavelet.SYM3, same(4), same(2), 512, 1, 2, 3, new double[] {5e-5, 2e-5, 2e-5, 1e-4}, new double[] {.3, .1, .2, .3}),
    /** ETTm2. */
    ETTM2(Wavelet.COIF3, new int[] {4, 3, 3, 4}, same(2), 512, 1, 2, 3, new double[] {1e-4, 1e-4, 1e-4, 1e-4}, new double[] {.2, .3, .3, .2}),
    /** Weather. */
    WEATHER(Wavelet.COIF3, same(2), same(3), 512, 3, 4, 3, new double[] {1e-4, 1e-4, 4e-5, 1e-4}, new double[] {.3, .3, .3, .3}),
    /** Electricity. */
    ELECTRICITY(Wavelet.SYM3, same(3), same(3), 512, 3, 20, 5, new double[] {5e-4, 5e-4, 5e-4, 5e-4}, new double[] {.2, .1, .1, .1}),
    /** Solar. */
    SOLAR(Wavelet.SYM3, same(4), same(2), 512, 1, 10, 5, new double[] {5e-4, 1e-3, 1e-3, 1e-3}, new double[] {.2, .3, .1, .1}),
    /** Traffic: the only one with calendar channels. */
    TRAFFIC(Wavelet.SYM3, same(4), same(4), 512, 3, 20, 5, new double[] {1.5e-3, 1e-3, 1.5e-3, 1.5e-3}, new double[] {.2, .3, .2, .2});

    /** The published look-back. */
    public static final int LOOKBACK = 96;

    private static final List<Integer> HORIZONS = List.of(96, 192, 336, 720);

    private final Wavelet wavelet;
    private final int[] levels;
    private final int[] layers;
    private final int width;
    private final int kernel;
    private final int routers;
    private final int patience;
    private final double[] rates;
    private final double[] dropouts;

    PublishedSettings(Wavelet wavelet, int[] levels, int[] layers, int width, int kernel, int routers, int patience,
            double[] rates, double[] dropouts) {
        this.wavelet = wavelet;
        this.levels = levels;
        this.layers = layers;
        this.width = width;
        this.kernel = kernel;
        this.routers = routers;
        this.patience = patience;
        this.rates = rates;
        this.dropouts = dropouts;
    }

    private static int[] same(int value) {
        return new int[] {value, value, value, value};
    }

    /** {@return the setting for a horizon of 96, 192, 336 or 720} */
    public WaveRoraSpec horizon(int horizon) {
        int i = HORIZONS.indexOf(horizon);
        if (i < 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "horizon must be one of %s for the published settings, got %d",
                    HORIZONS, horizon));
        }
        Quirks quirks = this == TRAFFIC ? Quirks.published().withCalendar() : Quirks.published();
        Architecture architecture = new Architecture(new Decomposition(wavelet, levels[i], 64),
                new EncoderSettings(layers[i], width, 8, routers, 256, kernel, dropouts[i]), Variant.full(), quirks);
        return new WaveRoraSpec(LOOKBACK, horizon, architecture, Recipe.published(rates[i], patience));
    }

    static WaveRoraSpec of(String dataset, int horizon) {
        return Arrays.stream(values()).filter(s -> s.name().equals(dataset.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(Locale.ROOT, "dataset must be one of %s, got %s",
                        Arrays.toString(values()), dataset)))
                .horizon(horizon);
    }
}
