package dev.trivium.molecular.molgraphxlstm;

/** How a classifier's logits become probabilities. */
public enum Calibration {
    /** By the logistic function alone: published. */
    NONE,
    /**
     * By σ(a·logit + b), with a and b of each task fitted on the validation molecules (Platt 1999). Their order by probability stays.
     */
    PLATT
}
