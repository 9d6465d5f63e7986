package dev.trivium.nn.mixture;

import dev.trivium.nn.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/** A mixture of experts as plain loops over the samples. */
final class PlainMixture {

    private final MixtureSettings settings;
    private final Parameters parameters;
    private final String prefix;
    final List<Integer> dropped = new ArrayList<>(); // heads that lost a choice, sample after sample
    double[] y = new double[0];
    double balance;

    PlainMixture(MixtureSettings settings, Parameters parameters, String prefix) {
        this.settings = settings;
        this.parameters = parameters;
        this.prefix = prefix;
    }

    private double[] get(String name) {
        return parameters.get(prefix + name).toDoubles();
    }

    private double[] linear(String name, double[] x) {
        double[] weight = get(name + ".weight");
        double[] out = get(name + ".bias");
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i] += weight[i * x.length + j] * x[j];
            }
        }
        return out;
    }

    /** Predictions of all samples; adds to the balance loss what B samples contribute in the mean. */
    double[] predict(double[] f, int capacity) {
        int d = settings.width();
        double[] all = new double[f.length / d * settings.outputs()];
        for (int sample = 0; sample < f.length / d; sample++) {
            double[] x = java.util.Arrays.copyOfRange(f, sample * d, (sample + 1) * d);
            double[][] p = probabilities(linear("key", x));
            balance += balance(p) * d / f.length;
            double[][] gates = gates(p, capacity);
            y = mixed(linear("query", x), gates);
            System.arraycopy(linear("output", y), 0, all, sample * settings.outputs(), settings.outputs());
        }
        return all;
    }

    private double[][] probabilities(double[] keys) {
        double[] router = get("router");
        int d = settings.width();
        double[][] p = new double[settings.heads()][settings.experts()];
        for (int j = 0; j < p.length; j++) {
            double sum = 0;
            for (int e = 0; e < p[j].length; e++) {
                double logit = 0;
                for (int i = 0; i < d; i++) {
                    logit += keys[j * d + i] * router[i * settings.experts() + e];
                }
                p[j][e] = Math.exp(logit);
                sum += p[j][e];
            }
            for (int e = 0; e < p[j].length; e++) {
                p[j][e] /= sum;
            }
        }
        return p;
    }

    private static int best(double[] p, int except) {
        int best = except == 0 ? 1 : 0;
        for (int e = 0; e < p.length; e++) {
            best = e != except && p[e] > p[best] ? e : best;
        }
        return best;
    }

    private double balance(double[][] p) {
        double sum = 0;
        for (int e = 0; e < settings.experts(); e++) {
            double share = 0;
            double mean = 0;
            for (double[] head : p) {
                share += best(head, -1) == e ? 1.0 / p.length : 0;
                mean += head[e] / p.length;
            }
            sum += share * mean / settings.experts();
        }
        return settings.balance() * settings.experts() * settings.experts() * sum;
    }

    private double[][] gates(double[][] p, int capacity) {
        double[][] gates = new double[p.length][settings.experts()];
        int[] taken = new int[settings.experts()];
        for (int choice = 0; choice < 2; choice++) {
            for (int j = 0; j < p.length; j++) {
                int first = best(p[j], -1);
                int second = best(p[j], first);
                int e = choice == 0 ? first : second;
                if (taken[e] < capacity) {
                    taken[e]++;
                    gates[j][e] = p[j][e] / (p[j][first] + p[j][second] + 1e-9);
                } else {
                    dropped.add(j);
                }
            }
        }
        return gates;
    }

    private double[] mixed(double[] queries, double[][] gates) {
        int d = settings.width();
        int w = settings.headWidth();
        double[] first = get("expert.first");
        double[] second = get("expert.second");
        double[] result = new double[d];
        for (int j = 0; j < settings.heads(); j++) {
            for (int e = 0; e < settings.experts(); e++) {
                for (int h = 0; h < w; h++) {
                    double hidden = 0;
                    for (int i = 0; i < d; i++) {
                        hidden += first[(e * d + i) * w + h] * queries[j * d + i];
                    }
                    for (int o = 0; o < w && hidden > 0; o++) {
                        result[j * w + o] += gates[j][e] * hidden * second[(e * w + h) * w + o];
                    }
                }
            }
        }
        return result;
    }
}
