package dev.trivium.cli.forecast;

import dev.trivium.timeseries.NamedForecasters;
import java.util.Iterator;

/** The names that {@code --model} takes. */
final class ModelNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return NamedForecasters.names().iterator();
    }
}
