package dev.trivium.reproduce.molgraph;

import dev.trivium.molecular.TaskKind;
import java.util.Arrays;
import java.util.Locale;

/**
 * A data set of the paper, with what is known of the paper's results on it: the mean over the three given splits, RMSE or AUROC. "best other"
 * is the best of the methods in the part of the paper's table that we could read.
 */
enum Benchmark {
    ESOL("delaney", TaskKind.REGRESSION, "0.527 ± 0.046 (second-hand)", "HiGNN 0.570"),
    FREESOLV("freesolv", TaskKind.REGRESSION, "not seen", "not seen"),
    LIPO("lipo", TaskKind.REGRESSION, "not seen", "not seen"),
    BBBP("bbbp", TaskKind.CLASSIFICATION, "about 0.959 (inferred from +7.03 % in the abstract)", "BiLSTM 0.943"),
    BACE("bace", TaskKind.CLASSIFICATION, "not seen", "FP-GNN 0.852"),
    CLINTOX("clintox", TaskKind.CLASSIFICATION, "not seen", "BiLSTM 0.987"),
    SIDER("sider", TaskKind.CLASSIFICATION, "not seen", "AutoML 0.682"),
    TOX21("tox21", TaskKind.CLASSIFICATION, "not seen", "DMPNN 0.849");

    private final String folder;
    private final TaskKind kind;
    private final String paper;
    private final String bestOther;

    Benchmark(String folder, TaskKind kind, String paper, String bestOther) {
        this.folder = folder;
        this.kind = kind;
        this.paper = paper;
        this.bestOther = bestOther;
    }

    static Benchmark parse(String text) {
        return Arrays.stream(values()).filter(b -> b.name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sets must be among " + Arrays.toString(values()) + ", got " + text));
    }

    /** {@return the name of the data set in the published files} */
    String folder() {
        return folder;
    }

    TaskKind kind() {
        return kind;
    }

    String paper() {
        return paper;
    }

    String bestOther() {
        return bestOther;
    }
}
