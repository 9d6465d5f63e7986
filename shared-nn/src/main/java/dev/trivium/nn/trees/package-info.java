/**
 * Decision trees: learnt by XGBoost or as a random forest, kept and asked as plain arrays.
 *
 * <p>{@link dev.trivium.nn.trees.TreeRows} are what is learnt from, {@link dev.trivium.nn.trees.TreeEnsemble} is what comes out:
 * {@link dev.trivium.nn.trees.XgboostTrees} makes it with a native library, {@link dev.trivium.nn.trees.RandomForest} without. A stored
 * ensemble needs neither to be read and asked.
 */
@NullMarked
package dev.trivium.nn.trees;

import org.jspecify.annotations.NullMarked;
