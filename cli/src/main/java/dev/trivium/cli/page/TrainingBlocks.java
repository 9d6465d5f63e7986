package dev.trivium.cli.page;

import dev.trivium.cli.terminal.Durations;
import dev.trivium.evaluation.report.Axis;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.LinePanel;
import dev.trivium.evaluation.report.LineSeries;
import dev.trivium.evaluation.report.Look;
import dev.trivium.evaluation.report.Table;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.log.TrainingHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How models learnt: their losses and scores by epoch. */
public final class TrainingBlocks {

    private TrainingBlocks() {}

    /** {@return curves of all trainings and a table of them; nothing if nothing was trained in epochs} */
    public static List<Block> of(List<TrainingHistory.Curve> trainings) {
        if (trainings.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new LineFigure("Epoch by epoch", "The epoch with the lowest validation score is kept: validation data choose, they do not teach. The training"
                + " loss is a mean over the epoch, while parameters moved; its scale may be another than the score's.", "epoch", "", List.of(
                        curves("validation score", trainings, EpochResult::validation), curves("training loss", trainings, EpochResult::trainLoss),
                        curves("learning rate", trainings, EpochResult::rate))));
        Table table = Table.of("Trainings", List.of("", "device", "parameters", "items", "epochs", "best epoch", "best score", "time")).texts(2);
        for (TrainingHistory.Curve training : trainings) {
            Optional<EpochResult> best = training.epochs().stream().filter(EpochResult::best).reduce((a, b) -> b);
            table.row(List.of(training.name(), training.start().device(), Long.toString(training.start().parameters()),
                    Integer.toString(training.start().items()), Integer.toString(training.epochs().size()),
                    best.map(epoch -> Integer.toString(epoch.epoch())).orElse(""), best.map(epoch -> Figures.score(epoch.validation())).orElse(""),
                    Durations.text(training.epochs().stream().mapToDouble(EpochResult::seconds).sum())));
            if (training.start().resumedAtEpoch() > 1) {
                table.note(training.name() + " went on from a checkpoint: epochs before " + training.start().resumedAtEpoch() + " ran in another process.");
            }
        }
        blocks.add(table);
        return blocks;
    }

    private static LinePanel curves(String heading, List<TrainingHistory.Curve> trainings, ToDoubleFunction<EpochResult> value) {
        int first = trainings.stream().mapToInt(training -> training.epochs().get(0).epoch()).min().orElse(1);
        int last = trainings.stream().flatMap(training -> training.epochs().stream()).mapToInt(EpochResult::epoch).max().orElse(first);
        List<LineSeries> series = new ArrayList<>();
        for (int i = 0; i < trainings.size(); i++) {
            double[] values = new double[last - first + 1];
            Arrays.fill(values, Double.NaN);
            trainings.get(i).epochs().forEach(epoch -> values[epoch.epoch() - first] = value.applyAsDouble(epoch));
            series.add(LineSeries.of(trainings.get(i).name(), Look.of(i), values));
        }
        return LinePanel.of(heading, Axis.of(IntStream.rangeClosed(first, last).asDoubleStream().toArray()), series);
    }
}
