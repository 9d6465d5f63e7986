package dev.trivium.cli.molecule;

import dev.trivium.molecular.NamedPredictors;
import java.util.Iterator;

/** The names that {@code --model} takes. */
final class ModelNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return NamedPredictors.names().iterator();
    }
}
