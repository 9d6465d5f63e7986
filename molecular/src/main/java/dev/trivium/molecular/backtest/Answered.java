package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.scorecard.Method;
import java.util.List;

/**
 * A method with its answers.
 *
 * @param method the method
 * @param seeds  its answers, one entry per seed
 */
record Answered(Method method, List<TestAnswers> seeds) {}
