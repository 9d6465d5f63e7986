package dev.trivium.nn.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A real number between two bounds. Drawn values have three significant digits: no score tells finer ones apart, and people type them.
 *
 * @param name such as {@code rate}
 * @param low least value; above 0 on a logarithmic scale
 * @param high greatest value
 * @param log whether values are spread evenly by their logarithm
 */
public record Real(String name, double low, double high, boolean log) implements Parameter {

    private static final MathContext DIGITS = new MathContext(3);

    /** Checks name and bounds. */
    public Real {
        Parameter.checkedName(name);
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high) || log && low <= 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must have finite low <= high%s, got low=%s, high=%s", name,
                    log ? " and low > 0 on a logarithmic scale" : "", low, high));
        }
    }

    /** {@return one with values spread evenly} */
    public static Real even(String name, double low, double high) {
        return new Real(name, low, high, false);
    }

    /** {@return one with values spread evenly by their logarithm} */
    public static Real log(String name, double low, double high) {
        return new Real(name, low, high, true);
    }

    @Override
    public Object draw(SplittableRandom random) {
        Scale scale = scale();
        return scale.value(scale.low() + random.nextDouble() * (scale.high() - scale.low()));
    }

    Scale scale() {
        return new Scale(log ? Math.log(low) : low, log ? Math.log(high) : high, log,
                x -> Math.max(low, Math.min(high, new BigDecimal(x).round(DIGITS).doubleValue())));
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Double number && number >= low && number <= high;
    }

    @Override
    public String text() {
        return low == high ? Settings.number(low) : Settings.number(low) + " to " + Settings.number(high) + (log ? ", log" : "");
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", "real");
        map.put("low", low);
        map.put("high", high);
        map.put("log", log);
        return map;
    }

    @Override
    public long size() {
        return low == high ? 1 : Long.MAX_VALUE;
    }
}
