package dev.trivium.timeseries.waverora;

import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.ForecasterContract;
import dev.trivium.timeseries.ForecasterSpec;

class WaveRoraForecasterTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        Architecture small = new Architecture(new Decomposition(Wavelet.SYM3, 2, 8), new EncoderSettings(1, 16, 2, 2, 16, 1, 0.1),
                Variant.full(), Quirks.published());
        return WaveRoraSpec.of(24, 8).with(small).with(new Recipe(5e-3, 4, 3, 32));
    }

    @Override
    protected Training training() {
        return super.training().withEpochs(3);
    }

    @Override
    protected double tolerance() {
        return 1e-3; // float32: batches of other sizes sum in another order
    }
}
