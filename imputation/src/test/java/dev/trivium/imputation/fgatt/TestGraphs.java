package dev.trivium.imputation.fgatt;

import dev.trivium.imputation.graph.GraphSettings;

/** Graph settings of tests. */
final class TestGraphs {

    private TestGraphs() {}

    static GraphSettings none() {
        GraphSettings s = GraphSettings.standard();
        return new GraphSettings(s.kappa(), s.neighbours(), s.selfLoop(), GraphSettings.Kind.NONE);
    }
}
