/**
 * MolGraph-xLSTM: Sun, Lu, Li, Jing, Leung, Hu, "MolGraph-xLSTM", Communications Chemistry 8, 286, 2025 (arXiv 2501.18439).
 *
 * <p>A graph network looks at a molecule's atoms and bonds; its atom vectors, in the order of the SMILES string, and the molecule's motifs
 * (functional groups, bonds, rings) are each read by an xLSTM; what the three give is added, and a multi-head mixture of experts predicts
 * from the sum. Prefer it where there are some thousand labelled molecules; below that, or where a forest on fingerprints scores as well,
 * the methods of {@code baseline} are faster by far.
 *
 * <table>
 * <caption>Where the paper's parts are</caption>
 * <tr><td>atom graph, jumping knowledge, H</td><td>{@link dev.trivium.nn.graph.GraphNetwork} in {@code MoleculeEncoder}</td></tr>
 * <tr><td>xLSTM over atoms and over motifs, f_atom, f_motif</td><td>{@link dev.trivium.nn.xlstm.XlstmStack} in {@code MoleculeEncoder}</td></tr>
 * <tr><td>readout of the graph, f_graph</td><td>{@code Readout}</td></tr>
 * <tr><td>MHMoE</td><td>{@link dev.trivium.nn.mixture.MixtureOfExperts} in {@code MolGraphNetwork}</td></tr>
 * <tr><td>auxiliary heads, contrastive losses</td><td>{@code DeepSupervision}, {@code VectorContrast}, {@code TaskError}, joined in
 *     {@code MolGraphLoss}</td></tr>
 * <tr><td>weights of substructures</td><td>{@link dev.trivium.molecular.molgraphxlstm.TokenWeights}</td></tr>
 * <tr><td>published settings</td><td>{@link dev.trivium.molecular.molgraphxlstm.PublishedSettings}</td></tr>
 * </table>
 *
 * <p>Where the paper does not say, the published code does: motifs have no edges; the auxiliary heads and contrastive losses are its; vectors
 * are compared by an L1 norm ({@link dev.trivium.molecular.molgraphxlstm.Objective.Contrast}); readout and activation depend on the kind of
 * task. Parts that influence nothing there are not here. Differs from the published code: a batch of one molecule works, a task without a
 * label in a batch is left out instead of making the loss NaN, no step has rate 0, motifs stand in a documented order (the authors' is
 * {@link dev.trivium.molecular.featurize.MotifOrder#REFERENCE}), and all is float32 where theirs has bfloat16 states. Class weights,
 * calibration and ensembles are additions, all of them off in the published settings.
 */
@NullMarked
package dev.trivium.molecular.molgraphxlstm;

import org.jspecify.annotations.NullMarked;
