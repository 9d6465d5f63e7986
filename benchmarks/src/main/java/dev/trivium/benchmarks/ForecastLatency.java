package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long one caller waits for one forecast: {@code predict} of a history of 96 rows, in the data's units, with time stamps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ForecastLatency {

    /** The published setting. */
    @Param({"etth1-96", "etth2-96", "ettm1-96", "weather-96"})
    public String setting = "etth1-96";

    private Forecaster model;
    private SeriesSet history;

    /** Fits one step: what a forecast costs does not depend on the weights. */
    @Setup
    public void fit() throws IOException {
        PublishedSize size = PublishedSize.named(setting);
        model = size.fit(1, Training.seed(2025).withDevice("cpu"));
        history = size.series(1).train().series().rows(0, size.spec().lookback());
    }

    /** {@return the forecast, so that it cannot be optimised away} */
    @Benchmark
    public Forecast predict() {
        return model.predict(history);
    }

    /** Frees the model. */
    @TearDown
    public void close() {
        model.close();
    }
}
