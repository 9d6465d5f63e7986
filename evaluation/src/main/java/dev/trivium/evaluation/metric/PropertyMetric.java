package dev.trivium.evaluation.metric;

/**
 * A score of one task over its labelled molecules, y<sub>i</sub> the label and p<sub>i</sub> the prediction of molecule i. For each
 * {@linkplain LabelKind kind of label} the first one decides which method is better.
 */
public enum PropertyMetric {
    /** Root of the mean of (p − y)², in the unit of the label. */
    RMSE("RMSE", LabelKind.NUMBER, false),
    /** Mean of |p − y|, in the unit of the label. */
    MAE("MAE", LabelKind.NUMBER, false),
    /** Pearson's correlation of p and y; NaN where one of them does not vary. */
    PEARSON("Pearson", LabelKind.NUMBER, true),
    /**
     * Area under the receiver operating characteristic: the share of pairs of a positive and a negative molecule in which the positive
     * one has the higher p, ties counted half; NaN unless there are both.
     */
    AUROC("AUROC", LabelKind.YES_NO, true),
    /**
     * Average precision Σ<sub>k</sub> (R<sub>k</sub> − R<sub>k−1</sub>) P<sub>k</sub> over the different values of p as thresholds, from
     * the highest on, P precision and R recall; NaN unless there are positive and negative molecules.
     */
    AUPRC("AUPRC", LabelKind.YES_NO, true),
    /** Brier score: mean of (p − y)². */
    BRIER("Brier", LabelKind.YES_NO, false),
    /** Expected calibration error over {@value ReliabilityBin#COUNT} bins of equal width: Σ n<sub>b</sub> / n |mean p − mean y|. */
    ECE("ECE", LabelKind.YES_NO, false);

    private final String label;
    private final LabelKind kind;
    private final boolean higherIsBetter;

    PropertyMetric(String label, LabelKind kind, boolean higherIsBetter) {
        this.label = label;
        this.kind = kind;
        this.higherIsBetter = higherIsBetter;
    }

    /** {@return the name as tables print it} */
    public String label() {
        return label;
    }

    /** {@return the labels that it scores} */
    public LabelKind kind() {
        return kind;
    }

    /** {@return whether a higher value is a better one} */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** {@return how much better the value is than the reference; below 0 if it is worse, NaN if one of them is} */
    public double gain(double value, double reference) {
        return higherIsBetter ? value - reference : reference - value;
    }

    /** {@return whether it has the unit of the label, so that tasks must be brought to one scale before it is averaged over them} */
    boolean hasUnit() {
        return this == RMSE || this == MAE;
    }

    /** {@return whether it needs positive and negative molecules} */
    boolean needsBothClasses() {
        return this == AUROC || this == AUPRC;
    }
}
