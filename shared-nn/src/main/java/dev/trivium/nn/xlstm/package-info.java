/**
 * Extended LSTM over packed sequences of different lengths.
 *
 * <p>Implements the sLSTM and mLSTM layers and their residual blocks of Beck, Pöppel, Spanring, Auer, Prudnikova, Kopp, Klambauer,
 * Brandstetter and Hochreiter (2024), "xLSTM: Extended Long Short-Term Memory", as their published package (version 2) has them, for
 * batches without padding ({@link dev.trivium.nn.sequence.Packing}). {@link dev.trivium.nn.xlstm.XlstmStack} is the way in.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>D</td><td>width of a token</td></tr>
 * <tr><td>E = 64 ⌈2 D / 64⌉</td><td>inner width of mLSTM and feed-forward layers</td></tr>
 * <tr><td>H, d</td><td>heads, and the width of one: D / H in an sLSTM, E / H in an mLSTM</td></tr>
 * <tr><td>i, f, z, o</td><td>input, forget and output gates and cell input, before their activations</td></tr>
 * <tr><td>c, n, m</td><td>cell state, normaliser state, stabiliser state</td></tr>
 * </table>
 *
 * <p>Differs from the paper: gains of all normalisations are stored less one; the forget gate is a sigmoid; an mLSTM's query, key and value
 * matrices are block-diagonal. All three are so in the published package. No layer drops anything out.
 */
@NullMarked
package dev.trivium.nn.xlstm;

import org.jspecify.annotations.NullMarked;
