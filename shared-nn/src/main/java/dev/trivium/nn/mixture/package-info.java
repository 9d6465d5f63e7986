/**
 * Multi-head mixtures of experts: several views of one vector, each handed to the two of many small networks that suit it best.
 *
 * <p>Multi-head routing after Wu et al. (2024, "Multi-Head Mixture-of-Experts"); the choice of two experts, their capacity and the balance
 * loss after Lepikhin et al. (2021, "GShard", algorithm 1) and Shazeer et al. (2017).
 *
 * <p>Axes in comments: B samples, D width, K heads, w = D / K width of a head's result, n experts, T outputs, M mixtures.
 */
@NullMarked
package dev.trivium.nn.mixture;

import org.jspecify.annotations.NullMarked;
