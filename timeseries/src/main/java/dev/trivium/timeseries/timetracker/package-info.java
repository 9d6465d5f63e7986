/**
 * A forecaster that is trained once, on series of many kinds, and forecasts series it has never seen ("Time Tracker", arXiv
 * 2505.15151). The paper's text was not available: the network follows its abstract and published descriptions, and what they leave
 * open is ours.
 */
@NullMarked
package dev.trivium.timeseries.timetracker;

import org.jspecify.annotations.NullMarked;
