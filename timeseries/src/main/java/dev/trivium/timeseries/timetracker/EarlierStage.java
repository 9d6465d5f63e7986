package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights at the end of a pre-training, from which another one with its own recipe goes on: moments and steps start anew.
 *
 * @param weights by the names of the network's parameters and buffers
 * @param about where they come from: the run's identity, its epochs and the checkpoint's SHA-256; as JSON-like values
 */
public record EarlierStage(Map<String, float[]> weights, Map<String, Object> about) {

    private static final String WEIGHT = "weight.";

    /** Copies the maps. */
    public EarlierStage {
        weights = Map.copyOf(weights);
        about = Map.copyOf(about);
    }

    /**
     * {@return the last weights of a checkpoint}
     *
     * @throws IOException if it cannot be read or is no checkpoint of a training; the message names the file
     */
    public static EarlierStage of(Path checkpoint) throws IOException {
        int epochs = Pretraining.epochs(checkpoint);
        ModelContents contents = ModelFile.read(checkpoint);
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Map.Entry<String, StoredTensor> tensor : contents.tensors().entrySet()) {
            if (tensor.getKey().startsWith(WEIGHT)) {
                weights.put(tensor.getKey().substring(WEIGHT.length()), TensorCheck.weights(checkpoint, tensor.getValue()));
            }
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("sha256", ShippedWeights.sha256(Files.readAllBytes(checkpoint)));
        about.put("epochs", epochs);
        about.put("run", contents.spec());
        return new EarlierStage(weights, about);
    }

    /**
     * Overwrites a network's parameters.
     *
     * @throws IllegalArgumentException if names or sizes differ
     */
    void into(Parameters parameters) {
        parameters.restore(weights);
    }
}
