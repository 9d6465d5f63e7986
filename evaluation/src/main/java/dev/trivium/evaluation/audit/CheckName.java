package dev.trivium.evaluation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions of an audit, of all applications. Their texts, such as {@code repeated-rows}, stay the same between versions. */
public enum CheckName {
    /** Whether a row or molecule is in two parts. */
    PARTS,
    /** Whether targets of a scored window, or of a fitted one, lie in another part. */
    BORDERS,
    /** Whether the data were scaled with statistics of all rows before they were split. */
    SCALED_ON_ALL_ROWS,
    /** Whether rows of the test occur in training, validation or calibration. */
    REPEATED_ROWS,
    /** Whether a column tells what another one will be. */
    FUTURE_COLUMNS,
    /** Whether a column tells the hidden cells of another one. */
    TWIN_COLUMNS,
    /** Long straight stretches, as interpolated gaps make them; counted, never a violation. */
    STRAIGHT_STRETCHES,
    /** Whether answers move when what a method must not see is changed. */
    ANSWERS_FROM_AHEAD,
    /** Whether answers are those of a method that knows the truth. */
    ANSWERS_KNOWN_BEFORE,
    /** Whether a recipe or a fitted model holds what it must not see. */
    HELD_DATA,
    /** Whether hidden cells were given to methods, and whether all had the same mask. */
    HIDDEN_CELLS,
    /** Whether a given graph follows from what is hidden or from test rows. */
    GRAPH_FROM_HIDDEN,
    /** Whether a molecule is in two parts. */
    DUPLICATE_MOLECULES,
    /** Whether a salt, charge or stereo form of a test molecule is in an earlier part. */
    TWIN_MOLECULES,
    /** Whether a molecule has one label in the test and another in an earlier part. */
    CONFLICTING_LABELS,
    /** Whether the answer for a molecule depends on which others are asked for. */
    ANSWERS_DEPEND_ON_OTHERS,
    /** Whether a model was fitted on other data than the training part, which may include the test. */
    FITTED_ELSEWHERE,
    /** Whether epochs or settings were chosen by other data than the validation part, or intervals calibrated on test data. */
    CHOSEN_ELSEWHERE,
    /** Whether pre-training saw these series. */
    PRETRAINED_ON_TEST;

    /** {@return the name as it is typed, such as {@code repeated-rows}} */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return the check of this name}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    @JsonCreator
    public static CheckName of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "check must be one of " + Arrays.stream(values()).map(CheckName::text).collect(Collectors.joining(", ")) + ", got " + text));
    }

    /** {@return the checks of these names, each once} */
    public static Set<CheckName> of(List<String> texts) {
        return texts.stream().map(text -> of(text.strip())).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String toString() {
        return text();
    }
}
