package dev.trivium.nn.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model file in an order that gives the most telling refusal: the zip's structure, the manifest and its version, the set of
 * entries, then each entry against the manifest.
 */
final class ModelFileReader {

    private final FileChannel channel;
    private final Refusal file;
    private final Map<String, ZipRecord> entries;
    private final Manifest manifest;

    private ModelFileReader(FileChannel channel, Refusal file) throws IOException {
        this.channel = channel;
        this.file = file;
        entries = ZipReader.entries(channel, file);
        if (!entries.containsKey(ModelEntry.MANIFEST.file())) {
            throw file.at(ModelEntry.MANIFEST.file()).because("entry must be present: without it the zip is no model file");
        }
        manifest = Manifest.parse(content(ModelEntry.MANIFEST), at(ModelEntry.MANIFEST));
        ModelEntry.requireSet(entries, file);
        requireListed();
    }

    static ModelContents read(Path path) throws IOException {
        Refusal file = new Refusal(path.toString(), Refusal.WHOLE_FILE);
        if (!Files.isRegularFile(path)) {
            throw file.because("file must exist and be a regular file");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new ModelFileReader(channel, file).readContents();
        }
    }

    private ModelContents readContents() throws IOException {
        Map<String, @Nullable Object> spec = json(ModelEntry.SPEC);
        Map<String, @Nullable Object> preprocessing = json(ModelEntry.PREPROCESSING);
        Map<String, @Nullable Object> provenance = json(ModelEntry.PROVENANCE);
        Map<String, @Nullable Object> training = entries.containsKey(ModelEntry.TRAINING.file()) ? json(ModelEntry.TRAINING) : Map.of();
        return new ModelContents(manifest.kind(), manifest.kindVersion(), spec, preprocessing, provenance, training, readWeights());
    }

    /** The manifest lists exactly the other entries, with their sizes; training state belongs to checkpoints. */
    private void requireListed() throws ModelFileException {
        TreeSet<String> listed = new TreeSet<>();
        manifest.entries().keySet().forEach(entry -> listed.add(entry.file()));
        TreeSet<String> present = new TreeSet<>(entries.keySet());
        present.remove(ModelEntry.MANIFEST.file());
        if (!listed.equals(present)) {
            throw at(ModelEntry.MANIFEST).because("entries must be those of the zip, " + present + ", got " + listed);
        }
        if (present.contains(ModelEntry.TRAINING.file()) && !manifest.kind().equals(ModelContents.CHECKPOINT)) {
            throw at(ModelEntry.TRAINING).because("entry must be in a checkpoint only, got kind " + manifest.kind());
        }
        for (var sum : manifest.entries().entrySet()) {
            long size = record(sum.getKey()).size();
            if (size != sum.getValue().bytes()) {
                throw at(sum.getKey()).because("entry must have " + sum.getValue().bytes() + " bytes as in the manifest, got " + size);
            }
        }
    }

    private Map<String, @Nullable Object> json(ModelEntry entry) throws IOException {
        byte[] content = content(entry);
        requireSha(entry, "entry", Sha256.of(content), sum(entry).sha256());
        Map<String, @Nullable Object> object = JsonObjects.read(content, at(entry));
        if (entry == ModelEntry.TRAINING && object.isEmpty()) {
            throw at(entry).because("entry must not be empty");
        }
        return object;
    }

    /** A whole entry whose CRC is right; its size is below its limit, and the zip structure has shown that the file has that many bytes. */
    private byte[] content(ModelEntry entry) throws IOException {
        ZipRecord zipped = record(entry);
        if (zipped.size() > entry.limit()) {
            throw at(entry).because("entry must have at most " + entry.limit() + " bytes, got " + zipped.size());
        }
        byte[] content = FileBytes.read(channel, zipped.dataOffset(), (int) zipped.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        requireCrc(entry, crc);
        return content;
    }

    private Map<String, StoredTensor> readWeights() throws IOException {
        Refusal where = at(ModelEntry.WEIGHTS);
        ZipRecord zipped = record(ModelEntry.WEIGHTS);
        ByteSource bytes = FileBytes.load(channel, zipped.dataOffset(), zipped.size());
        byte[] header = new byte[(int) SafetensorsReader.dataStart(bytes, where)];
        bytes.copy(0, header, 0, header.length);
        requireSha(ModelEntry.WEIGHTS, "header", Sha256.of(header), sum(ModelEntry.WEIGHTS).sha256());
        Safetensors weights = SafetensorsReader.read(bytes, where);
        if (!Arrays.equals(header, SafetensorsWriter.header(new Safetensors(weights.tensors(), Map.of())))) {
            throw where.because("header must be as Trivium writes it: larger elements first, then by name, without metadata");
        }
        requireNames(weights.tensors());
        CRC32 crc = new CRC32();
        crc.update(header);
        for (StoredTensor tensor : weights.inFileOrder()) {
            requireTensor(tensor, crc, where);
        }
        requireCrc(ModelEntry.WEIGHTS, crc);
        return weights.tensors();
    }

    private void requireNames(Map<String, StoredTensor> tensors) throws ModelFileException {
        TreeSet<String> missing = new TreeSet<>(manifest.tensors().keySet());
        missing.removeAll(tensors.keySet());
        TreeSet<String> unlisted = new TreeSet<>(tensors.keySet());
        unlisted.removeAll(manifest.tensors().keySet());
        if (!missing.isEmpty() || !unlisted.isEmpty()) {
            throw at(ModelEntry.WEIGHTS).because("tensors must be those of the manifest, got missing " + TextQuote.of(missing.toString())
                    + " and unlisted " + TextQuote.of(unlisted.toString()));
        }
    }

    private void requireTensor(StoredTensor tensor, CRC32 crc, Refusal where) throws ModelFileException {
        Manifest.TensorSum listed = manifest.tensors().get(tensor.name());
        Manifest.TensorSum found = Manifest.TensorSum.of(tensor, listed.sha256());
        String what = "tensor " + TextQuote.of(tensor.name());
        if (!found.equals(listed)) {
            throw where.because(what + " must be " + listed.type() + " " + listed.shape() + " as in the manifest, got "
                    + found.type() + " " + found.shape());
        }
        requireSha(ModelEntry.WEIGHTS, what, TensorScan.sha256(tensor, crc, where), listed.sha256());
    }

    private void requireSha(ModelEntry entry, String what, String got, String listed) throws ModelFileException {
        if (!got.equals(listed)) {
            throw at(entry).because(what + " must have SHA-256 " + listed + " as in the manifest, got " + got);
        }
    }

    private void requireCrc(ModelEntry entry, CRC32 crc) throws ModelFileException {
        if (crc.getValue() != record(entry).crc()) {
            throw at(entry).because("entry must have the CRC-32 of its zip header, " + Long.toHexString(record(entry).crc()) + ", got "
                    + Long.toHexString(crc.getValue()));
        }
    }

    private ZipRecord record(ModelEntry entry) {
        return entries.get(entry.file());
    }

    private Manifest.EntrySum sum(ModelEntry entry) {
        return manifest.entries().get(entry);
    }

    private Refusal at(ModelEntry entry) {
        return file.at(entry.file());
    }
}
