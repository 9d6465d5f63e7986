package dev.trivium.timeseries.waverora;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.io.IOException;
import java.util.Locale;

/**
 * WaveRoRA (Liang, Sun, Guizani: Wavelet Rotary Route Attention for Multivariate Time Series Forecasting, 2024): a recipe.
 *
 * @param lookback L, past steps that a forecast sees, between 1 and 10000
 * @param horizon H, steps to forecast, between 1 and 2000
 * @param architecture shape of the network
 * @param recipe how it is trained
 */
public record WaveRoraSpec(int lookback, int horizon, Architecture architecture, Recipe recipe) implements ForecasterSpec {

    /** Checks the lengths. */
    public WaveRoraSpec {
        between("lookback", 1, 10_000, lookback);
        between("horizon", 1, 2000, horizon);
    }

    private static void between(String name, int low, int high, int value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be between %d and %d, got %d", name, low, high, value));
        }
    }

    /**
     * A setting for data of one's own: the published sizes of ETTh1, routers by the paper's rule, as many levels (at most 3) as leave the
     * coarsest one a few coefficients, and a rate of 5e-4 from the first epoch on, without the quirk that wastes it.
     */
    public static WaveRoraSpec of(int lookback, int horizon) {
        int shorter = Math.max(2, Math.min(lookback, horizon));
        int levels = Math.max(1, Math.min(3, (int) (Math.log(shorter / 3.0) / Math.log(2))));
        Architecture architecture = new Architecture(new Decomposition(Wavelet.SYM3, levels, 64),
                new EncoderSettings(1, 256, 8, 0, 256, 1, 0.2), Variant.full(), Quirks.published().withFullFirstEpoch());
        return new WaveRoraSpec(lookback, horizon, architecture, Recipe.published(5e-4, 3));
    }

    /** {@return the published setting of a data set for look-back 96; see {@link PublishedSettings}} */
    public static WaveRoraSpec published(String dataset, int horizon) {
        return PublishedSettings.of(dataset, horizon);
    }

    @Override
    public String name() {
        return SavedWaveRora.KIND;
    }

    /** {@return this recipe with another network} */
    public WaveRoraSpec with(Architecture other) {
        return new WaveRoraSpec(lookback, horizon, other, recipe);
    }

    /** {@return this recipe, trained otherwise} */
    public WaveRoraSpec with(Recipe other) {
        return new WaveRoraSpec(lookback, horizon, architecture, other);
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) throws IOException {
        return WaveRoraFitting.fit(this, train, validation, training);
    }
}
