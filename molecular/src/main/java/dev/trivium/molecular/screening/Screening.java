package dev.trivium.molecular.screening;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.table.MoleculeRow;
import dev.trivium.molecular.table.MoleculeRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Answers the rows of a file with predictions, as CSV: the columns of the file as they are, and after them those of {@link AnswerColumns}.
 * Every row is answered, in its place; a chunk of rows is in memory at a time.
 */
public final class Screening {

    private static final int CHUNK = 4096;

    private final PropertyPredictor predictor;
    private final Optional<NearestColumns> nearest;
    private final List<Double> shares;

    private Screening(PropertyPredictor predictor, Optional<NearestColumns> nearest, List<Double> shares) {
        this.predictor = predictor;
        this.nearest = nearest;
        this.shares = List.copyOf(shares);
    }

    /** {@return a screening with a fitted model, with all intervals or sets that it was calibrated for} */
    public static Screening with(PropertyPredictor predictor) {
        return new Screening(predictor, Optional.empty(), predictor.intervals().map(MoleculeIntervals::shares).orElse(List.of()));
    }

    /**
     * {@return this screening with the intervals or sets of these shares only}
     *
     * @throws IllegalArgumentException if the model was not calibrated for one of them
     */
    public Screening withShares(List<Double> some) {
        List<Double> known = predictor.intervals().map(MoleculeIntervals::shares).orElse(List.of());
        if (!known.containsAll(some)) {
            throw new IllegalArgumentException("shares must be among those that the model was calibrated for, " + known + ", got " + some);
        }
        return new Screening(predictor, nearest, some);
    }

    /**
     * {@return this screening, setting every answer beside the training molecules}
     *
     * @throws IllegalArgumentException if the model does not keep them
     */
    public Screening withNearest() {
        TrainingSpace space = predictor.trainingSpace().orElseThrow(() -> new IllegalArgumentException(
                "model must keep its training molecules, got " + predictor.spec().name() + ", which does not"));
        return new Screening(predictor, Optional.of(new NearestColumns(space, predictor.tasks())), shares);
    }

    /**
     * Answers into a file, whole or not at all; gzipped if its name ends in {@code .gz}.
     *
     * @throws IOException if rows cannot be read or answers not written
     * @throws IllegalArgumentException if a column that is added is in the file already
     * @throws CancellationException if the watch cancels; no file is written then
     */
    public Answered run(MoleculeRows rows, Path out, Watch watch) throws IOException {
        Path target = out.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Answered answered;
            try (Writer writer = open(part, target)) {
                answered = run(rows, writer, watch);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return answered;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Writer open(Path part, Path target) throws IOException {
        OutputStream bytes = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean gzip = target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new OutputStreamWriter(gzip ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    /**
     * Answers into a writer, which is flushed after every chunk and left open.
     *
     * @throws IOException if rows cannot be read or answers not written
     * @throws IllegalArgumentException if a column that is added is in the file already
     * @throws CancellationException if the watch cancels
     */
    public Answered run(MoleculeRows rows, Writer out, Watch watch) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        AnswerColumns columns = AnswerColumns.of(predictor, shares, nearest);
        csv.writeRecord(columns.header(rows.columns()));
        Answered answered = Answered.NONE;
        for (List<MoleculeRow> chunk = next(rows); !chunk.isEmpty(); chunk = next(rows)) {
            if (watch.cancelled()) {
                throw new CancellationException(String.format(Locale.ROOT, "prediction was cancelled after %,d rows", answered.rows()));
            }
            answered = answered.with(chunk.size(), answer(chunk, rows.columns().size(), columns, csv));
            csv.flush();
            watch.answered(answered);
        }
        csv.flush();
        return answered;
    }

    /** Answers a chunk. {@return what is wrong with its refused rows} */
    private List<String> answer(List<MoleculeRow> chunk, int width, AnswerColumns columns, CsvWriter csv) {
        List<String> smiles = chunk.stream().filter(row -> row.fault().isEmpty()).map(MoleculeRow::smiles).toList();
        List<Prediction> predictions = predictor.predict(smiles);
        List<List<String>> beside = IntStream.range(0, smiles.size()).parallel().mapToObj(i -> beside(smiles.get(i))).toList();
        List<String> refused = new ArrayList<>();
        int next = 0;
        for (MoleculeRow row : chunk) {
            boolean read = row.fault().isEmpty();
            Prediction prediction = read ? predictions.get(next) : new Prediction.Refused(predictor.tasks().size(), row.fault().get());
            prediction.refusal().ifPresent(reason -> refused.add("line " + row.line() + ": " + reason));
            csv.writeRecord(columns.record(row.cells(), width, prediction, read ? beside.get(next++) : beside("")));
        }
        return refused;
    }

    private List<String> beside(String smiles) {
        return nearest.map(columns -> columns.cells(smiles)).orElse(List.of());
    }

    private static List<MoleculeRow> next(MoleculeRows rows) throws IOException {
        List<MoleculeRow> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK) {
            Optional<MoleculeRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            chunk.add(row.get());
        }
        return chunk;
    }
}
