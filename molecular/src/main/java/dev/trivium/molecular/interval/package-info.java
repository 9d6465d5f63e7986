/**
 * Intervals around predicted properties, and sets of labels, that hold the truth with a stated share: split-conformal, from the errors on
 * {@linkplain dev.trivium.molecular.split.CalibrationMolecules calibration molecules}, which neither trained nor chose the model. The same for
 * every model.
 *
 * <ul>
 * <li>Regression: |label − prediction| / difficulty, where the difficulty of a molecule grows with its distance from the training molecules
 *     and with the spread of an ensemble, as far as the <em>validation</em> molecules show that errors do (Papadopoulos et al. 2008; Lei et al.
 *     2018). Molecules whose scaffold a training molecule has and those of a new scaffold are groups of their own where there are enough (Mondrian;
 *     Vovk et al. 2005).</li>
 * <li>Classification: for each label by itself (Vovk 2012), so a set may be {}, {0}, {1} or {0, 1}.</li>
 * </ul>
 *
 * <p>What holds: for a molecule that is exchangeable with the calibration molecules of its group, the interval or set holds the truth with at
 * least the stated probability, on average over calibrations. What does not: a chemist's next series, or the test part of a scaffold split, is
 * not exchangeable with anything. There the coverage has to be measured, as a score card does.
 */
@NullMarked
package dev.trivium.molecular.interval;

import org.jspecify.annotations.NullMarked;
