package dev.trivium.timeseries.waverora;

import dev.trivium.nn.layer.DropoutMasks;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Joins a network and its windows to the training loop: mean squared error of standardised values, missing targets left out. */
final class WaveRoraTrainable implements Trainable {

    private static final int VALIDATION_BATCH = 128;

    private static final Script SCRIPT = new Script("WaveRoraLoss", """
            def mean_square(self, forecast: Tensor, target: Tensor) -> Tensor:
              return torch.mse_loss(forecast, target)
            # over the observed entries only; a batch without any costs nothing
            def observed_mean_square(self, forecast: Tensor, target: Tensor) -> Tensor:
              seen = torch.eq(target, target)
              difference = torch.where(seen, forecast - target, torch.zeros_like(forecast))
              return torch.square(difference).sum() / torch.clamp_min(seen.sum(), 1)
            # sum and count, for a mean over many batches
            def observed_sum(self, forecast: Tensor, target: Tensor) -> Tensor:
              seen = torch.eq(target, target)
              difference = torch.where(seen, forecast - target, torch.zeros_like(forecast))
              return torch.stack([torch.square(difference).sum(), torch.type_as(seen.sum(), forecast)])
            """);

    private final Parameters parameters;
    private final WaveRoraNetwork network;
    private final PreparedSeries train;
    private final PreparedSeries validation;
    private final DropoutMasks dropout;
    private final Map<String, Object> identity;

    WaveRoraTrainable(Parameters parameters, WaveRoraNetwork network, PreparedSeries train, PreparedSeries validation,
            DropoutMasks dropout, Map<String, Object> identity) {
        this.parameters = parameters;
        this.network = network;
        this.train = train;
        this.validation = validation;
        this.dropout = dropout;
        this.identity = identity;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public int items() {
        return train.windows().count();
    }

    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        List<Tensor> masks = dropout.forStep(step).draw(scope, network.masks(batch.length));
        Tensor forecast = network.forward(train.inputs(scope, batch), train.calendar(scope, batch), network.fold(), masks);
        return SCRIPT.call(train.gaps() ? "observed_mean_square" : "mean_square", forecast, train.targets(scope, batch));
    }

    @Override
    public double validate() {
        double sum = 0;
        double count = 0;
        try (Scope outer = Scope.open(parameters.compute())) {
            WaveRoraNetwork.Folded folded = network.fold();
            for (int from = 0; from < validation.windows().count(); from += VALIDATION_BATCH) {
                try (Scope scope = Scope.open(parameters.compute())) {
                    int[] batch = range(from, Math.min(from + VALIDATION_BATCH, validation.windows().count()));
                    Tensor forecast = network.forward(validation.inputs(scope, batch), validation.calendar(scope, batch), folded,
                            List.of());
                    double[] part = SCRIPT.call("observed_sum", forecast, validation.targets(scope, batch)).toDoubles();
                    sum += part[0];
                    count += part[1];
                }
            }
        }
        return sum / count;
    }

    static int[] range(int from, int to) {
        int[] numbers = new int[to - from];
        Arrays.setAll(numbers, i -> from + i);
        return numbers;
    }

    @Override
    public Map<String, Object> identity() {
        return identity;
    }
}
