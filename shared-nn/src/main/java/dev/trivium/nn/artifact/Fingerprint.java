package dev.trivium.nn.artifact;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Hashes of what a model has learnt. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(ModelContents contents) {
        Map<String, Object> tensors = new TreeMap<>();
        ofTensors(contents.tensors()).forEach((name, sha256) -> {
            StoredTensor tensor = contents.tensors().get(name);
            tensors.put(name, Map.of("type", tensor.type().name(), "shape", Arrays.stream(tensor.shape()).boxed().toList(), "sha256", sha256));
        });
        return Sha256.of(JsonObjects.write(JsonObjects.canonical("fingerprint", Map.of("kind", contents.kind(), "version", contents.version(),
                "spec", contents.spec(), "preprocessing", contents.preprocessing(), "tensors", tensors))));
    }

    static Map<String, String> ofTensors(Map<String, StoredTensor> tensors) {
        Map<String, String> hashes = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            var sha = Sha256.start();
            int size = tensor.type().size();
            tensor.forEachChunk(0, tensor.elements(), (chunk, first, count) -> sha.update(chunk.array(), 0, count * size));
            hashes.put(name, Sha256.hex(sha));
        });
        return hashes;
    }
}
