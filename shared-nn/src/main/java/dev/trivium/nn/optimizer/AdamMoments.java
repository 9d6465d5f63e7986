package dev.trivium.nn.optimizer;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.state.NamedTensors;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Precision;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Adam and AdamW share: the moments of every parameter, their update, and their state by name. */
final class AdamMoments implements AutoCloseable {

    private final boolean decoupled;
    private final AdamSettings settings;
    private final Compute compute;
    private final Scope scope; // in the model's precision
    private final Scope counters; // step counts are float32 for the fused kernel, whatever the model's precision
    private final Scope host; // factors of groups, read by the step as numbers
    private final List<String> names = new ArrayList<>();
    private final List<Tensor> parameters = new ArrayList<>();
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private final List<Tensor> counts = new ArrayList<>();
    private final long[] ends;
    private final Tensor factors;
    private final Tensor decays;

    AdamMoments(boolean decoupled, Parameters store, AdamSettings settings, List<ParameterGroup> groups) {
        checkGroups(store, groups);
        this.decoupled = decoupled;
        this.settings = settings;
        compute = store.compute();
        scope = Scope.detached(compute);
        counters = Scope.detached(compute.withPrecision(Precision.FLOAT32));
        host = Scope.detached(Compute.cpu64());
        ends = new long[groups.size()];
        for (int k = 0; k < ends.length; k++) {
            groups.get(k).names().forEach(name -> add(name, store.get(name)));
            ends[k] = names.size();
        }
        factors = host.tensor(groups.stream().mapToDouble(ParameterGroup::rateFactor).toArray(), ends.length);
        decays = host.tensor(groups.stream().mapToDouble(ParameterGroup::weightDecay).toArray(), ends.length);
    }

    private static void checkGroups(Parameters store, List<ParameterGroup> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must hold at least one group, got []");
        }
        Set<String> trainable = store.trainable();
        Set<String> seen = new LinkedHashSet<>();
        for (ParameterGroup group : groups) {
            for (String name : group.names()) {
                store.get(name); // refuses an unknown name
                if (!trainable.contains(name)) {
                    throw new IllegalArgumentException("groups must name parameters that a gradient trains, got the buffer " + name);
                }
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("groups must name a parameter once, got " + name + " twice");
                }
            }
        }
    }

    private void add(String name, Tensor parameter) {
        names.add(name);
        parameters.add(parameter);
        means.add(scope.zeros(parameter.shape()));
        squares.add(scope.zeros(parameter.shape()));
        counts.add(counters.zeros());
    }

    double step(Tensor loss, double learningRate, double maxGradientNorm) {
        if (loss.count() != 1) {
            throw new IllegalArgumentException("loss must be a single number, got shape " + Arrays.toString(loss.shape()));
        }
        checkNumbers(learningRate, maxGradientNorm);
        boolean clip = maxGradientNorm < Double.POSITIVE_INFINITY;
        double norm = AdamScript.SCRIPT.callUnrecorded("step", loss, parameters, means, squares, counts,
                List.of(), List.of(), List.of(), List.of(), ends, factors, decays,
                decoupled, learningRate, settings.beta1(), settings.beta2(), settings.eps(), clip, maxGradientNorm);
        if (norm == AdamScript.NOT_RECORDED) {
            throw new IllegalArgumentException("loss must be recorded on a tape and depend on a parameter, got a constant");
        }
        return clip ? norm : Double.NaN;
    }

    private static void checkNumbers(double learningRate, double maxGradientNorm) {
        if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learningRate must be at least 0 and finite, got " + learningRate);
        }
        if (!(maxGradientNorm > 0)) {
            throw new IllegalArgumentException("maxGradientNorm must be positive (infinity: no clipping), got " + maxGradientNorm);
        }
    }

    /** The fused kernel reads raw memory: a gradient of another shape would be read past its end. */
    private void checkGradients(Map<String, Tensor> gradients) {
        if (gradients.isEmpty() || !names.containsAll(gradients.keySet())) {
            throw new IllegalArgumentException("gradients must name parameters that this optimizer moves, got " + gradients.keySet());
        }
        for (int i = 0; i < names.size(); i++) {
            Tensor gradient = gradients.get(names.get(i));
            if (gradient != null && !Arrays.equals(gradient.shape(), parameters.get(i).shape())) {
                throw new IllegalArgumentException("gradient of " + names.get(i) + " must have shape "
                        + Arrays.toString(parameters.get(i).shape()) + ", got " + Arrays.toString(gradient.shape()));
            }
        }
    }

    /** Moves the parameters that have a gradient, group by group. */
    double step(Map<String, Tensor> gradients, double learningRate, double maxGradientNorm) {
        checkNumbers(learningRate, maxGradientNorm);
        checkGradients(gradients);
        List<List<Tensor>> chosen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long[] chosenEnds = new long[ends.length];
        int group = 0;
        for (int i = 0; i <= names.size(); i++) {
            while (group < ends.length && ends[group] == i) {
                chosenEnds[group++] = chosen.get(0).size();
            }
            Tensor gradient = i < names.size() ? gradients.get(names.get(i)) : null;
            if (gradient != null) {
                chosen.get(0).add(gradient);
                chosen.get(1).add(parameters.get(i));
                chosen.get(2).add(means.get(i));
                chosen.get(3).add(squares.get(i));
                chosen.get(4).add(counts.get(i));
            }
        }
        boolean clip = maxGradientNorm < Double.POSITIVE_INFINITY;
        double norm = AdamScript.SCRIPT.callUnrecorded("known", chosen.get(0), chosen.get(1), chosen.get(2), chosen.get(3), chosen.get(4),
                List.of(), List.of(), List.of(), List.of(), chosenEnds, factors, decays,
                decoupled, learningRate, settings.beta1(), settings.beta2(), settings.eps(), clip, maxGradientNorm);
        return clip ? norm : Double.NaN;
    }

    /** {@return the moments and step counts by name} */
    NamedTensors state() {
        Map<String, Tensor> slots = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            slots.put("m." + names.get(i), means.get(i));
            slots.put("v." + names.get(i), squares.get(i));
            slots.put("t." + names.get(i), counts.get(i));
        }
        return new NamedTensors(compute, slots);
    }

    @Override
    public void close() {
        scope.close();
        counters.close();
        host.close();
    }
}
