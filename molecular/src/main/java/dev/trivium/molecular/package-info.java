/**
 * Predicting molecular properties from SMILES: the public face.
 *
 * <p>A {@link dev.trivium.molecular.PropertyPredictorSpec} is a recipe; {@code fit} turns it into a
 * {@link dev.trivium.molecular.PropertyPredictor}, which predicts, saves and is closed; every input row is answered by a
 * {@link dev.trivium.molecular.Prediction}, which holds numbers or the reason why there are none. The model is in a package of its own,
 * named for its paper, the simple methods that every table holds in {@code baseline}, chemistry in {@code featurize}.
 */
@NullMarked
package dev.trivium.molecular;

import org.jspecify.annotations.NullMarked;
