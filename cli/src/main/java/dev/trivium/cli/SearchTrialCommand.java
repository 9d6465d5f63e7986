package dev.trivium.cli;

import dev.trivium.cli.forecast.ForecastTrial;
import dev.trivium.cli.impute.ImputeTrial;
import dev.trivium.cli.molecule.MoleculeTrial;
import dev.trivium.cli.search.TrialMonitor;
import dev.trivium.cli.search.TrialRequest;
import dev.trivium.cli.search.TrialResult;
import dev.trivium.cli.search.TrialRunner;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.PeakMemory;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a search starts: runs the trial that is asked for in a folder, and leaves the answer there. Ends with the process that started it. */
@Command(name = "search-trial", hidden = true, header = "Run one trial of a search; started by the search commands.")
final class SearchTrialCommand implements Callable<Integer> {

    private static final Map<String, TrialRunner> DOMAINS = Map.of("forecast", new ForecastTrial(), "molecule", new MoleculeTrial(),
            "impute", new ImputeTrial());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "Of the trial.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        PeakMemory memory = PeakMemory.begin();
        long start = System.nanoTime();
        Session session = Session.of(spec);
        TrialRequest request = TrialRequest.read(folder);
        TrialRunner runner = DOMAINS.get(request.domain());
        if (runner == null) {
            throw new IllegalArgumentException("domain must be one of " + DOMAINS.keySet() + ", got " + request.domain());
        }
        if (request.threads() > 0) {
            NativeRuntime.useThreads(request.threads());
        }
        double score = runner.score(request, training(session, request));
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score must be a finite number, got " + score);
        }
        double megabytes = memory.megabytes();
        new TrialResult(score, (System.nanoTime() - start) / 1e9, Double.isNaN(megabytes) ? 0 : megabytes).write(folder);
        return 0;
    }

    private Training training(Session session, TrialRequest request) {
        Path checkpoint = folder.resolve("checkpoint");
        Training training = Training.seed(request.seed()).withDevice(request.device()).withCheckpoint(checkpoint)
                .withMonitor(new TrialMonitor(new FitProgress(session, request.domain(), "training items"), request.until()));
        training = request.most().isPresent() ? training.withEpochs(request.most().getAsInt()) : training;
        return Files.exists(checkpoint) ? training.withResume(checkpoint) : training;
    }
}
