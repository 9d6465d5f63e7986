package dev.trivium.reproduce.timetracker.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The table of the README, and whether what is asked holds. */
final class ResultTable {

    private static final double MARGIN = 0.01;

    private final Map<String, Double> waverora;
    private final List<Run> runs;

    /** @param waverora for every data set, in the order of the table, the MSE of WaveRoRA */
    ResultTable(Map<String, Double> waverora, List<Run> runs) {
        this.waverora = waverora;
        this.runs = runs;
    }

    /** {@return the mean MSE over the seeds; empty if it was not run} */
    OptionalDouble mse(String dataset, Setting.Origin start, double share) {
        return of(dataset, start, share).stream().mapToDouble(Run::mse).average();
    }

    private List<Run> of(String dataset, Setting.Origin start, double share) {
        return runs.stream().filter(run -> run.setting().equals(new Setting(dataset, start, share))).toList();
    }

    /** {@return what does not hold or was not run, a clause each} */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        waverora.forEach((dataset, limit) -> {
            OptionalDouble full = mse(dataset, Setting.Origin.SHIPPED, 1);
            OptionalDouble random = mse(dataset, Setting.Origin.RANDOM, 1);
            OptionalDouble few = mse(dataset, Setting.Origin.SHIPPED, Setting.FEW);
            OptionalDouble fewRandom = mse(dataset, Setting.Origin.RANDOM, Setting.FEW);
            if (full.isEmpty() || random.isEmpty() || few.isEmpty() || fewRandom.isEmpty()) {
                missed.add(dataset + " was not run in full");
                return;
            }
            if (full.getAsDouble() > limit + MARGIN) {
                missed.add(say("%s: MSE %.4f, more than 0.01 above WaveRoRA's %.4f", dataset, full.getAsDouble(), limit));
            }
            if (full.getAsDouble() > random.getAsDouble()) {
                missed.add(say("%s: the shipped start is worse than a random one, MSE %.4f against %.4f", dataset, full.getAsDouble(),
                        random.getAsDouble()));
            }
            if (few.getAsDouble() >= fewRandom.getAsDouble()) {
                missed.add(say("%s: with 5 %% of the windows the shipped start is no better than a random one, MSE %.4f against %.4f", dataset,
                        few.getAsDouble(), fewRandom.getAsDouble()));
            }
        });
        return missed;
    }

    String markdown() {
        List<String> missed = missed();
        StringBuilder text = new StringBuilder(missed.isEmpty() ? "All that is asked holds." : "**Did not hold:** " + String.join("; ", missed) + ".");
        text.append("\n\n| Set | Training windows | Start | MSE | MAE | Seeds | Epochs, best | Fit, s | WaveRoRA, all windows |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        waverora.forEach((dataset, limit) -> {
            for (double share : new double[] {1, Setting.FEW}) {
                for (Setting.Origin start : Setting.Origin.values()) {
                    line(text, of(dataset, start, share), say("%s | %s | %s", dataset, share == 1 ? "all" : "last 5 %", start.title()), limit);
                }
            }
        });
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, List<Run> of, String first, double limit) {
        if (of.isEmpty()) {
            text.append("| ").append(first).append(" | not run | | | | | |\n");
            return;
        }
        double mse = of.stream().mapToDouble(Run::mse).average().orElseThrow();
        double mae = of.stream().mapToDouble(Run::mae).average().orElseThrow();
        double seconds = of.stream().mapToDouble(run -> run.fit().seconds()).average().orElseThrow();
        String epochs = String.join(", ", of.stream().map(run -> run.fit().epochs() + " (" + run.fit().best() + ")").toList());
        text.append(say("| %s | %.4f%s | %.4f | %d | %s | %.0f | %.4f |\n", first, mse, spread(of, mse), mae, of.size(), epochs, seconds, limit));
    }

    private static String spread(List<Run> of, double mean) {
        if (of.size() < 2) {
            return "";
        }
        double sum = of.stream().mapToDouble(run -> (run.mse() - mean) * (run.mse() - mean)).sum();
        return say(" ± %.4f", Math.sqrt(sum / (of.size() - 1)));
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
