package dev.trivium.cli.impute;

import dev.trivium.imputation.NamedImputers;
import java.util.Iterator;

/** The names that {@code --model} takes. */
final class ModelNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return NamedImputers.names().iterator();
    }
}
