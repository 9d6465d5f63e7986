package dev.trivium.cli.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The long run. Arguments: the root of the checkout, an empty folder, how many mutants in all, the seed, and beginnings of names of formats (all, if
 * there are none). What is a bug stays in the folder, with what happened beside it.
 */
public final class Fuzz {

    private Fuzz() {}

    /** Runs it and ends with 1 if there is a bug. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<String> chosen = List.of(arguments).subList(4, arguments.length);
        List<Figures> figures = run(Path.of(arguments[0]), folder, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), chosen, System.out);
        System.exit(figures.stream().allMatch(f -> f.bugs.isEmpty()) ? 0 : 1);
    }

    static List<Figures> run(Path root, Path folder, int mutants, long seed, List<String> chosen, PrintStream out) throws IOException, InterruptedException {
        Map<Format, Integer> formats = Formats.all(root, folder);
        formats.keySet().removeIf(format -> !chosen.isEmpty() && chosen.stream().noneMatch(format.name()::startsWith));
        int weights = formats.values().stream().mapToInt(w -> w).sum();
        List<Figures> all = new ArrayList<>();
        out.println(Figures.header());
        for (Map.Entry<Format, Integer> each : formats.entrySet()) {
            Figures figures = new Fuzzer(folder, seed).run(each.getKey(), Math.max(1, (int) Math.round((double) mutants * each.getValue() / weights)));
            all.add(figures);
            out.println(figures);
        }
        out.println(String.format(Locale.ROOT, "%d mutants, %.1f s, %.1f %% past the outer parser, %d bugs", all.stream().mapToInt(f -> f.mutants).sum(),
                all.stream().mapToDouble(f -> f.seconds).sum(),
                100.0 * all.stream().mapToInt(f -> f.pastOuter).sum() / all.stream().mapToInt(f -> f.mutants).sum(),
                all.stream().mapToInt(f -> f.bugs.size()).sum()));
        return all;
    }
}
