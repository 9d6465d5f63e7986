package dev.trivium.reproduce.waverora;

/** Mean squared and mean absolute error of values standardised by the training rows. */
record Score(double mse, double mae) {}
