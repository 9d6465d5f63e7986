package dev.trivium.nn.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Computes all checksums of a model file, then writes it to a stream in one pass; the weights go last because only they can be large. */
final class ModelFileWriter {

    private final Safetensors weights;
    private final byte[] weightsHeader;
    private final CRC32 weightsCrc = new CRC32();
    private final long weightsSize;
    private final Map<ModelEntry, byte[]> json = new EnumMap<>(ModelEntry.class);

    ModelFileWriter(ModelContents contents, Refusal file) throws IOException {
        weights = new Safetensors(contents.tensors(), Map.of());
        weightsHeader = SafetensorsWriter.header(weights);
        weightsCrc.update(weightsHeader);
        Map<String, Manifest.TensorSum> sums = new TreeMap<>();
        long size = weightsHeader.length;
        for (StoredTensor tensor : weights.inFileOrder()) {
            sums.put(tensor.name(), Manifest.TensorSum.of(tensor,
                    TensorScan.sha256(tensor, weightsCrc, file.at(ModelEntry.WEIGHTS.file()))));
            size = Math.addExact(size, tensor.byteLength());
        }
        weightsSize = size;
        json.put(ModelEntry.SPEC, JsonObjects.write(contents.spec()));
        json.put(ModelEntry.PREPROCESSING, JsonObjects.write(contents.preprocessing()));
        json.put(ModelEntry.PROVENANCE, JsonObjects.write(contents.provenance()));
        if (!contents.training().isEmpty()) {
            json.put(ModelEntry.TRAINING, JsonObjects.write(contents.training()));
        }
        json.put(ModelEntry.MANIFEST, new Manifest(contents.kind(), contents.version(), entrySums(), sums).json());
        requireLimits(file);
    }

    private Map<ModelEntry, Manifest.EntrySum> entrySums() {
        Map<ModelEntry, Manifest.EntrySum> sums = new EnumMap<>(ModelEntry.class);
        json.forEach((entry, content) -> sums.put(entry, new Manifest.EntrySum(content.length, Sha256.of(content))));
        sums.put(ModelEntry.WEIGHTS, new Manifest.EntrySum(weightsSize, Sha256.of(weightsHeader)));
        return sums;
    }

    private void requireLimits(Refusal file) throws IOException {
        for (var each : json.entrySet()) {
            if (each.getValue().length > each.getKey().limit()) {
                throw file.at(each.getKey().file()).because(
                        "entry must have at most " + each.getKey().limit() + " bytes, got " + each.getValue().length);
            }
            JsonObjects.requireReadable(each.getValue(), file.at(each.getKey().file()));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        ZipWriter zip = new ZipWriter(out);
        for (var each : json.entrySet()) {      // in the order of the constants: the manifest first
            zip.entry(each.getKey().file(), each.getValue());
        }
        zip.entry(ModelEntry.WEIGHTS.file(), weightsSize, weightsCrc.getValue(), data -> SafetensorsWriter.write(data, weights));
        zip.finish();
    }
}
