package dev.trivium.cli.molecule;

import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.explain.Explanation;
import dev.trivium.molecular.explain.Gallery;
import dev.trivium.molecular.explain.MoleculePage;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A folder of pages: one for each molecule, and {@code index.html}, which is written last.
 *
 * @param folder where
 */
record ExplanationFolder(Path folder) {

    /** The most pages. */
    static final int MOST_PAGES = 1000;

    static ExplanationFolder of(Path folder, Outputs outputs) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw outputs.refused("--out must be a folder, got the file " + folder);
        }
        ExplanationFolder made = new ExplanationFolder(folder);
        if (Files.exists(made.index()) && !outputs.force()) {
            throw outputs.refused("--out must not hold pages already (--force replaces them), got " + folder);
        }
        return made;
    }

    Path index() {
        return folder.resolve("index.html");
    }

    /**
     * Writes the pages.
     *
     * @param top how many rows, those of the highest prediction; 0 for all
     * @return the number of pages
     */
    int write(MolGraphXlstmPredictor predictor, List<String> smiles, int task, int top) throws IOException {
        if (top == 0 && smiles.size() > MOST_PAGES) {
            throw new IllegalArgumentException("--top must be given for more than " + MOST_PAGES + " rows, got " + smiles.size() + " rows");
        }
        Files.createDirectories(folder);
        Gallery gallery = new Gallery(task);
        int[] rows = top == 0 ? IntStream.range(0, smiles.size()).toArray() : highest(predictor.predict(smiles), task, top);
        for (int row : rows) {
            String title = "row " + (row + 1);
            String file = String.format(Locale.ROOT, "molecule-%06d.html", row + 1);
            Explanation explanation = Explanation.of(predictor, List.of(smiles.get(row))).get(0);
            TextFile.write(folder.resolve(file), MoleculePage.of(title, explanation, task));
            gallery.add(title, file, explanation);
        }
        String what = String.join(", ", predictor.tasks());
        TextFile.write(index(), gallery.html("What predictions of " + what + " rest on", List.of(top == 0 ? "All " + rows.length + " rows."
                : "The " + rows.length + " rows of " + smiles.size() + " with the highest " + predictor.tasks().get(task) + ".")));
        return rows.length;
    }

    private static int[] highest(List<Prediction> predictions, int task, int top) {
        return IntStream.range(0, predictions.size()).filter(i -> predictions.get(i).refusal().isEmpty()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> predictions.get(i).values()[task]).reversed())
                .limit(top).mapToInt(i -> i).toArray();
    }
}
