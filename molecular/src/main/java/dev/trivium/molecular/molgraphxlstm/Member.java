package dev.trivium.molecular.molgraphxlstm;

/**
 * One trained network of a predictor.
 *
 * @param network owns native memory
 * @param platt how its logits become probabilities; of no effect in regression
 */
record Member(MolGraphNetwork network, Platt platt) {}
