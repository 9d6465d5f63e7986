package dev.trivium.cli.fuzz;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Model files of one reader, mutated inside: settings, tensors and manifest, mostly with checksums that are right again. */
final class ModelFormat implements Format {

    /** Opens a file as a user would. */
    interface Reader {
        Opened open(Path file) throws IOException;
    }

    private final String name;
    private final List<byte[]> seeds;
    private final Path scratch;
    private final Reader reader;

    /** @param seeds which golden files are seeds, by their names */
    ModelFormat(String name, Path golden, Predicate<String> seeds, Path scratch, Reader reader) throws IOException {
        this.name = name;
        this.scratch = scratch.resolve(name.replace(' ', '-') + ".seed");
        this.reader = reader;
        this.seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".trivium") && seeds.test(f.getFileName().toString())).sorted().toList()) {
                this.seeds.add(Files.readAllBytes(file));
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        int choice = random.nextInt(100);
        if (choice < 6) {
            return damaged(file, random);
        }
        byte[] sound = choice < 42 ? withTensors(file, random) : file;
        Map<String, byte[]> entries = ModelBox.entries(sound);
        if (choice >= 42 && choice < 92) {
            List<String> names = choice < 66 ? List.of("spec.json") : choice < 86 ? List.of("preprocessing.json", "training.json") : List.of("provenance.json");
            String entry = names.stream().filter(entries::containsKey).reduce((a, b) -> entries.get(b).length > 3 ? b : a).orElse("spec.json");
            entries.put(entry, new JsonMutator(random).mutate(entries.get(entry)));
            ModelBox.repair(entries);
        } else if (choice >= 92) {
            entries.put(ModelBox.MANIFEST, new JsonMutator(random).mutate(entries.get(ModelBox.MANIFEST)));
        }
        return ModelBox.zip(entries);
    }

    private byte[] withTensors(byte[] file, SplittableRandom random) throws IOException {
        Files.write(scratch, file);
        ModelContents contents = ModelFile.read(scratch);
        ModelContents changed = new ModelContents(contents.kind(), contents.version(), contents.spec(), contents.preprocessing(), contents.provenance(),
                contents.training(), byName(new TensorMutator(random).mutate(contents.tensors())));
        ModelFile.write(scratch, changed);
        return Files.readAllBytes(scratch);
    }

    private static Map<String, dev.trivium.nn.artifact.StoredTensor> byName(List<dev.trivium.nn.artifact.StoredTensor> tensors) {
        Map<String, dev.trivium.nn.artifact.StoredTensor> map = new java.util.TreeMap<>();
        tensors.forEach(tensor -> map.put(tensor.name(), tensor));
        return map;
    }

    private static byte[] damaged(byte[] file, SplittableRandom random) {
        byte[] changed = file.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return random.nextInt(3) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    @Override
    public boolean pastOuter(Path file, byte[] bytes) throws IOException {
        try {
            ModelFile.read(file);
            return true;
        } catch (ModelFileException e) {
            return false;
        }
    }

    @Override
    public Opened open(Path file) throws IOException {
        return reader.open(file);
    }
}
