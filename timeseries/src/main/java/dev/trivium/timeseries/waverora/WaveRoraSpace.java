package dev.trivium.timeseries.waverora;

import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.ForecasterSpec;
import java.util.Locale;

/**
 * What may be tried of WaveRoRA: around the values of the published scripts (see {@link PublishedSettings}), which have rates from 2e-5 to 1.5e-3,
 * widths 256 and 512, 1 to 4 layers, 3 to 5 levels, dropout 0 to 0.3 and the wavelets sym3 and coif3.
 */
public final class WaveRoraSpace {

    private static final int MOST_LEVELS = 5;
    private static final double FEWEST_COEFFICIENTS = 3;

    private WaveRoraSpace() {}

    /** {@return the space around a recipe, whose look-back stays} Heads, routers, kernel, patience and quirks stay as well. */
    public static Tunable<ForecasterSpec> of(WaveRoraSpec base) {
        EncoderSettings encoder = base.architecture().encoder();
        Decomposition wavelets = base.architecture().decomposition();
        int levels = (int) (Math.log(Math.max(2, Math.min(base.lookback(), base.horizon())) / FEWEST_COEFFICIENTS) / Math.log(2));
        SearchSpace space = SearchSpace.of(
                Real.log("rate", 2e-5, 5e-3),
                Choice.of("width", 64, 128, 256, 512),
                Choice.of("hidden", 64, 128, 256, 512),
                Choice.of("embedding", 32, 64, 128),
                Whole.even("layers", 1, 3),
                Whole.even("levels", 1, Math.max(1, Math.min(MOST_LEVELS, levels))),
                Choice.of("wavelet", "haar", "sym3", "coif3"),
                Real.even("dropout", 0, 0.5),
                Choice.of("batch", 16, 32, 64, 128));
        Settings standard = Settings.none().with("rate", base.recipe().rate()).with("width", encoder.width()).with("hidden", encoder.hidden())
                .with("embedding", wavelets.width()).with("layers", encoder.layers()).with("levels", wavelets.levels())
                .with("wavelet", wavelets.wavelet().name().toLowerCase(Locale.ROOT)).with("dropout", encoder.dropout())
                .with("batch", base.recipe().batch());
        return new Tunable<>(space, standard, settings -> with(base, settings));
    }

    private static WaveRoraSpec with(WaveRoraSpec base, Settings s) {
        EncoderSettings old = base.architecture().encoder();
        EncoderSettings encoder = new EncoderSettings(s.whole("layers"), s.whole("width"), old.heads(), old.routers(), s.whole("hidden"), old.kernel(),
                s.real("dropout"));
        Decomposition wavelets = new Decomposition(Wavelet.valueOf(s.text("wavelet").toUpperCase(Locale.ROOT)), s.whole("levels"),
                s.whole("embedding"));
        Architecture architecture = new Architecture(wavelets, encoder, base.architecture().variant(), base.architecture().quirks());
        return base.with(architecture).with(new Recipe(s.real("rate"), base.recipe().epochs(), base.recipe().patience(), s.whole("batch")));
    }
}
