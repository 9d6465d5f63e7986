package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was loaded into a network before fine-tuning, by name.
 *
 * @param loaded names that came with the start
 * @param fresh names that the start has not: the graph's, which start as they do in a new network
 */
record StartWeights(List<String> loaded, List<String> fresh) {

    /** Parameters that a pre-trained network need not have. */
    private static final String GRAPH = "graph.";
    /** Part of every network, but without a gradient while every series is by itself: as good as new. */
    private static final List<String> UNTRAINED = List.of(".attention.same", ".attention.cross");

    /** {@return nothing was loaded} */
    static StartWeights none(Parameters parameters) {
        return new StartWeights(List.of(), List.copyOf(parameters.names()));
    }

    /**
     * Copies values into a network of the same shape.
     *
     * @throws IllegalArgumentException if a name other than the graph's is missing, or one is unexpected or of another shape; the message
     *     lists them all
     */
    static StartWeights load(Map<String, float[]> values, Map<String, long[]> shapes, Parameters parameters) {
        Map<String, long[]> expected = new LinkedHashMap<>();
        parameters.names().forEach(name -> expected.put(name, parameters.get(name).shape()));
        Map<String, StoredTensor> given = new LinkedHashMap<>();
        values.forEach((name, numbers) -> given.put(name, StoredTensor.floats(name, shapes.get(name), numbers)));
        TensorCheck all = TensorCheck.compare(expected, given);
        List<String> fresh = all.missing().stream().filter(name -> name.startsWith(GRAPH)).toList();
        List<String> missing = new ArrayList<>(all.missing());
        missing.removeAll(fresh);
        List<String> unexpected = all.unexpected().stream().filter(name -> !name.startsWith(GRAPH)).toList();
        TensorCheck check = new TensorCheck(missing, unexpected, all.misshapen());
        if (!check.matches()) {
            throw new IllegalArgumentException("start must hold the parameters of the network, got " + check.describe());
        }
        Map<String, float[]> whole = parameters.snapshot();
        List<String> loaded = new ArrayList<>();
        values.forEach((name, numbers) -> {
            if (whole.containsKey(name)) {
                whole.put(name, numbers);
                loaded.add(name);
            }
        });
        parameters.restore(whole);
        return new StartWeights(loaded, fresh);
    }

    /** {@return whether a parameter came with the start and was trained there} */
    boolean trained(String name) {
        return loaded.contains(name) && UNTRAINED.stream().noneMatch(name::endsWith);
    }
}
