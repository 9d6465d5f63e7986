package dev.trivium.cli.forecast;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Whether a forecast is told with its interval. */
final class IntervalOption {

    @Option(names = "--interval", paramLabel = "PERCENT", split = ",", converter = Percent.class,
            description = "Add the interval that should hold this share of what comes, such as 80: for each series the columns NAME.q10 and NAME.q90;"
                    + " or several, such as 80,95. A fitted model has those it was calibrated for (80 and 95 by default), timetracker its own (20, 40, 60,"
                    + " 80 and 95).")
    private List<BigDecimal> percents = List.of();

    @Option(names = "--adaptive",
            description = "Let the intervals of --interval learn from the rows after those that they were calibrated on, as the adaptive ones of"
                    + " trivium forecast evaluate do: they follow drift. The data must hold the calibration rows and what came after.")
    private boolean adaptive;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    void check() {
        if (adaptive && percents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--adaptive must be used with --interval, got it alone");
        }
        for (BigDecimal percent : percents) {
            if (!(percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) < 0)) {
                throw new ParameterException(spec.commandLine(), "--interval must be a percentage above 0 and below 100, got " + percent);
            }
        }
        if (percents.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < percents.size()) {
            throw new ParameterException(spec.commandLine(), "--interval must name different percentages, got " + percents);
        }
    }

    boolean asked() {
        return !percents.isEmpty();
    }

    /** {@return the forecast of a model, with intervals that went on learning where they are asked for} */
    Forecast forecast(Predictor predictor, SeriesSet history) {
        return of(adaptive ? predictor.adaptive(history) : predictor.forecast(history), predictor.name());
    }

    /** {@return what to say of intervals that went on learning; empty for others} */
    String learnt(Predictor predictor, SeriesSet history) {
        return adaptive ? predictor.learnt(history) : "";
    }

    /**
     * Keeps of a forecast what was asked for: with the option its mean and these intervals, without it all.
     *
     * @throws IllegalArgumentException if the model does not state an interval
     */
    Forecast of(Forecast forecast, String model) {
        if (!asked()) {
            return forecast;
        }
        ForecastQuantiles quantiles = forecast.quantiles().orElseThrow(() -> new IllegalArgumentException("--interval must be used with a model that"
                + " has intervals (trivium forecast fit calibrates them where the validation rows suffice; timetracker states its own), got " + model));
        Map<Double, SeriesSet> kept = new TreeMap<>();
        for (BigDecimal percent : percents) {
            double share = percent.movePointLeft(2).doubleValue();
            if (quantiles.shares().stream().noneMatch(known -> Math.abs(known - share) < 1e-9)) {
                List<String> known = quantiles.shares().stream().map(IntervalOption::percentText).toList();
                throw new IllegalArgumentException("--interval must be one of " + String.join(", ", known) + " for " + model + ", got " + percent);
            }
            ForecastQuantiles.Interval interval = quantiles.interval(share);
            kept.put(rounded((1 - share) / 2), interval.low());
            kept.put(rounded((1 + share) / 2), interval.high());
        }
        return new Forecast(forecast.mean(), Optional.of(new ForecastQuantiles(List.copyOf(kept.keySet()), List.copyOf(kept.values()))),
                forecast.filledCells());
    }

    /** {@return the mean of a forecast and, if intervals were asked for, their ends: after each series {@code NAME.q10} and {@code NAME.q90}} */
    SeriesSet table(Forecast forecast) {
        SeriesSet mean = forecast.mean();
        if (!asked() || forecast.quantiles().isEmpty()) {
            return mean;
        }
        ForecastQuantiles quantiles = forecast.quantiles().get();
        int each = 1 + quantiles.levels().size();
        List<Variable> variables = new ArrayList<>();
        double[] values = new double[mean.length() * mean.width() * each];
        for (int s = 0; s < mean.width(); s++) {
            Variable variable = mean.variables().get(s);
            variables.add(variable);
            quantiles.levels().forEach(level -> variables.add(new Variable(variable.name() + ".q" + percentText(level), variable.unit())));
            for (int t = 0; t < mean.length(); t++) {
                int at = (t * mean.width() + s) * each;
                values[at] = mean.value(t, s);
                for (int q = 1; q < each; q++) {
                    values[at + q] = quantiles.values().get(q - 1).value(t, s);
                }
            }
        }
        return SeriesSet.of(mean.time(), variables, values);
    }

    /** Without what binary fractions leave behind: half of 1 - 0.8 is 0.1. */
    private static double rounded(double level) {
        return Math.rint(level * 1e9) / 1e9;
    }

    /** A share as a percentage of at most one decimal: 0.025 is 2.5. */
    private static String percentText(double share) {
        return BigDecimal.valueOf(Math.round(share * 1000)).movePointLeft(1).stripTrailingZeros().toPlainString();
    }

    /** Reads {@code 80}. */
    static final class Percent implements ITypeConverter<BigDecimal> {

        @Override
        public BigDecimal convert(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("must be a percentage such as 80, got " + text);
            }
        }
    }
}
