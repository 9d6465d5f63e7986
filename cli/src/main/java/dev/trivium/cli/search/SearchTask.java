package dev.trivium.cli.search;

import dev.trivium.nn.search.Tunable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is searched, as a domain says it.
 *
 * @param domain the word after {@code trivium}, such as {@code forecast}
 * @param model its name
 * @param recipe what a child process needs to make the standard recipe again, JSON-like
 * @param tunable what may be tried
 * @param epochs most epochs of the standard recipe; empty for a model without
 * @param score what the score is, such as {@code MSE in training standard deviations}
 * @param scored what it is taken over, such as {@code 2,785 windows of the validation rows}
 * @param hash of training and validation data
 * @param data writes training and validation data for the children; test data are never among them
 * @param typed options on the data as they were typed, for the next commands
 * @param evaluate further words of the evaluate command, such as {@code --split ett}
 * @param fit further words of the fit command, such as {@code --model waverora --horizon 24}
 */
public record SearchTask(String domain, String model, Map<String, Object> recipe, Tunable<?> tunable, OptionalInt epochs, String score, String scored,
        String hash, Data data, String typed, List<String> evaluate, List<String> fit) {

    /** Training and validation data. */
    public interface Data {

        /**
         * Writes them.
         *
         * @param folder that is there
         * @throws IOException if they cannot be written
         */
        void write(Path folder) throws IOException;
    }

    /** Copies the words. */
    public SearchTask {
        evaluate = List.copyOf(evaluate);
        fit = List.copyOf(fit);
    }

    SearchTask with(Tunable<?> other) {
        return new SearchTask(domain, model, recipe, other, epochs, score, scored, hash, data, typed, evaluate, fit);
    }
}
