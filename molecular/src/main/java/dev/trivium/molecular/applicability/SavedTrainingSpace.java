package dev.trivium.molecular.applicability;

import dev.trivium.molecular.featurize.Descriptor;
import dev.trivium.molecular.featurize.Fingerprint;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A training space as tensors of a model file, for N molecules, T tasks and D descriptors: {@code training.row} (N),
 * {@code training.smiles} (bytes, UTF-8, a line each), {@code training.label} (N, T) with {@code training.labelled} (N, T) 1 where there is
 * one, {@code training.fingerprint} (N, 32), {@code training.range} (2, D) and {@code training.similarity} (1).
 */
public final class SavedTrainingSpace {

    private static final String WEIGHTS = "weights.safetensors";
    private static final String ROW = "training.row";
    private static final String SMILES = "training.smiles";
    private static final String LABEL = "training.label";
    private static final String LABELLED = "training.labelled";
    private static final String FINGERPRINT = "training.fingerprint";
    private static final String RANGE = "training.range";
    private static final String SIMILARITY = "training.similarity";

    private SavedTrainingSpace() {}

    /** {@return the tensors of a training space} */
    public static List<StoredTensor> tensors(TrainingSpace space) {
        int count = space.size();
        double[] labels = space.labels().clone();
        byte[] labelled = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labelled[i] = (byte) (Double.isNaN(labels[i]) ? 0 : 1);
            labels[i] = Double.isNaN(labels[i]) ? 0 : labels[i];
        }
        long[] words = new long[count * Fingerprint.WORDS];
        for (int i = 0; i < count; i++) {
            System.arraycopy(space.fingerprints()[i].words(), 0, words, i * Fingerprint.WORDS, Fingerprint.WORDS);
        }
        byte[] smiles = String.join("\n", space.smiles()).getBytes(StandardCharsets.UTF_8);
        int descriptors = space.range().least().length;
        double[] range = Arrays.copyOf(space.range().least(), 2 * descriptors);
        System.arraycopy(space.range().greatest(), 0, range, descriptors, descriptors);
        return List.of(StoredTensor.ints(ROW, new long[] {count}, space.rows()),
                StoredTensor.bytes(SMILES, new long[] {smiles.length}, smiles),
                StoredTensor.doubles(LABEL, new long[] {count, space.tasks()}, labels),
                StoredTensor.bytes(LABELLED, new long[] {count, space.tasks()}, labelled),
                StoredTensor.longs(FINGERPRINT, new long[] {count, Fingerprint.WORDS}, words),
                StoredTensor.doubles(RANGE, new long[] {2, descriptors}, range),
                StoredTensor.doubles(SIMILARITY, new long[] {1}, new double[] {space.range().similarity()}));
    }

    /** {@return whether tensors of a file hold a training space} */
    public static boolean isKept(Map<String, StoredTensor> tensors) {
        return tensors.containsKey(ROW);
    }

    /**
     * {@return the shapes of such tensors, those of a file where any would do, so that a reader can refuse what is missing or too much}
     *
     * @param tasks T
     * @param actual the tensors of the file
     */
    public static Map<String, long[]> shapes(int tasks, Map<String, StoredTensor> actual) {
        long count = actual.containsKey(ROW) ? actual.get(ROW).elements() : 0;
        long bytes = actual.containsKey(SMILES) ? actual.get(SMILES).elements() : 0;
        Map<String, long[]> shapes = new HashMap<>();
        shapes.put(ROW, new long[] {count});
        shapes.put(SMILES, new long[] {bytes});
        shapes.put(LABEL, new long[] {count, tasks});
        shapes.put(LABELLED, new long[] {count, tasks});
        shapes.put(FINGERPRINT, new long[] {count, Fingerprint.WORDS});
        shapes.put(RANGE, new long[] {2, Descriptor.values().length});
        shapes.put(SIMILARITY, new long[] {1});
        return shapes;
    }

    /**
     * Reads what {@link #tensors} made.
     *
     * @param file for messages
     * @param tensors of which those of {@link #shapes} have been found to be there in shape
     * @throws IOException if they are of the wrong type or do not hold a training space
     */
    public static TrainingSpace read(Path file, int tasks, Map<String, StoredTensor> tensors) throws IOException {
        try {
            int[] rows = Arrays.stream(tensors.get(ROW).toLongs()).mapToInt(Math::toIntExact).toArray();
            List<String> smiles = List.of(new String(tensors.get(SMILES).bytes(), StandardCharsets.UTF_8).split("\n", -1));
            check(rows, smiles);
            Fingerprint[] fingerprints = fingerprints(tensors.get(FINGERPRINT).toLongs(), rows.length);
            double[] range = tensors.get(RANGE).toDoubles();
            TrainingRange spanned = new TrainingRange(Arrays.copyOf(range, range.length / 2),
                    Arrays.copyOfRange(range, range.length / 2, range.length), tensors.get(SIMILARITY).toDoubles()[0]);
            return new TrainingSpace(rows, smiles, tasks, labels(tensors), fingerprints, new NearestSearch(fingerprints), spanned);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new ModelFileException(file, WEIGHTS, "must hold the training molecules: " + e.getMessage());
        }
    }

    private static void check(int[] rows, List<String> smiles) {
        if (rows.length == 0 || rows.length > TrainingSpace.MOST || smiles.size() != rows.length) {
            throw new IllegalArgumentException("rows must be 1 to " + TrainingSpace.MOST + " and as many as SMILES strings, got "
                    + rows.length + " and " + smiles.size());
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || i > 0 && rows[i] <= rows[i - 1]) {
                throw new IllegalArgumentException("rows must increase from 0 or more, got " + rows[i] + " at " + i);
            }
        }
    }

    private static Fingerprint[] fingerprints(long[] words, int count) {
        Fingerprint[] fingerprints = new Fingerprint[count];
        Arrays.setAll(fingerprints, i -> Fingerprint.of(Arrays.copyOfRange(words, i * Fingerprint.WORDS, (i + 1) * Fingerprint.WORDS)));
        return fingerprints;
    }

    private static double[] labels(Map<String, StoredTensor> tensors) {
        double[] labels = tensors.get(LABEL).toDoubles();
        long[] labelled = tensors.get(LABELLED).toLongs();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labelled[i] == 0 ? Double.NaN : labels[i];
        }
        return labels;
    }
}
