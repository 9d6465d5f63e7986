package dev.trivium.cli.page;

import dev.trivium.cli.option.ReportOptions;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.Section;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What models say of test molecules: all of them in a picture of errors, the first of the file as drawings. */
public final class TestMolecules implements BiConsumer<String, PropertyPredictor> {

    private static final int DRAWN = 9;

    private final MoleculeSet test;
    private final List<String> drawn = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    /** @param test the molecules */
    public TestMolecules(MoleculeSet test) {
        this.test = test;
    }

    /** Draws a model, by its first seed. */
    @Override
    public void accept(String name, PropertyPredictor fitted) {
        if (drawn.contains(name)) {
            return;
        }
        drawn.add(name);
        List<Prediction> predictions = fitted.predict(test.smiles());
        List<Block> errors = Molecules.errors(name, test, predictions, fitted.spec().kind());
        sections.add(new Section("Where the errors of " + name + " are", errors));
        sections.add(Section.of("The first test molecules, as " + name + " sees them", Molecules.drawings(test, predictions, fitted.tasks(), DRAWN)));
    }

    /** Puts the pictures on a page. */
    public void show(ReportOptions page) {
        sections.forEach(page::show);
    }

    /** {@return the pictures} */
    public List<Section> sections() {
        return List.copyOf(sections);
    }
}
