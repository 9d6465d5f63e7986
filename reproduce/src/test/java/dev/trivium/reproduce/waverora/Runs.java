package dev.trivium.reproduce.waverora;

import dev.trivium.reproduce.record.Origin;

/** Runs made up for tests. */
final class Runs {

    private Runs() {}

    static SeedRun of(String dataset, int horizon, long seed, double mse) {
        return new SeedRun(new Setting(dataset, horizon), seed, SeedRun.Windows.of(2785), new Score(mse, 0.395), new Score(mse + 0.0001, 0.396),
                new SeedRun.Simple(new Score(1.294, 0.713), new Score(0.512, 0.433), new Score(0.384, 0.392)),
                new SeedRun.Fit(14, 11, 68.25), new Origin(1, "0123456789", "some processor, 2 cores", "engine 1, Java 17"));
    }
}
