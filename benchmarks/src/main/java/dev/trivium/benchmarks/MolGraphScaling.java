package dev.trivium.benchmarks;

import dev.trivium.evaluation.chart.Line;
import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.nn.tensor.NativeRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How the time of a prediction from SMILES grows with the number of atoms, up to 500, and with the number of molecules, at width 128. For
 * each it writes a table as CSV, a chart as SVG and PNG, and prints the exponent of the power of best fit: 1 is linear.
 */
public final class MolGraphScaling {

    private static final int[] ATOMS = {10, 15, 25, 35, 50, 75, 100, 150, 200, 250, 300, 350, 400, 450, 500};
    private static final int[] MOLECULES = {250, 500, 1000, 2000, 4000, 8000, 16_000};
    private static final int FROM = 50; // below it the cost of a molecule is not that of its atoms
    private static final int TYPICAL = 25;

    private MolGraphScaling() {}

    /** A measured row: how many, and the median ms of predicting them. */
    private record Point(int count, double milliseconds) {
    }

    /** {@code [--threads 2] [--batch 128] [--rounds 5] [--out target/scaling]}; batch is the number of molecules of each size. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--threads", "--batch", "--rounds", "--out"));
        NativeRuntime.useThreads(options.number("--threads", 2));
        int batch = options.number("--batch", 128);
        int rounds = options.number("--rounds", 5);
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/scaling")));
        try (PropertyPredictor model = SmallMolGraph.fit()) {
            List<Line> lines = new ArrayList<>();
            StringBuilder table = new StringBuilder("family,atoms,ms_per_molecule\n");
            for (SyntheticMolecules family : SyntheticMolecules.values()) {
                List<Point> points = alongAtoms(model, family, batch, rounds);
                String name = family.name().toLowerCase(Locale.ROOT);
                points.forEach(p -> table.append(String.format(Locale.ROOT, "%s,%d,%.4f%n", name, p.count(), p.milliseconds())));
                report(name + ", atoms of a molecule", points.stream().filter(p -> p.count() >= FROM).toList());
                lines.add(line(name, points));
            }
            Files.writeString(out.resolve("atoms.csv"), table, StandardCharsets.UTF_8);
            draw(out, "atoms", LineChart.of("Time of a prediction over the atoms of the molecule",
                    batch + " molecules of a size at once, from SMILES, width 128.", "atoms", "ms per molecule", lines));
            alongMolecules(model, rounds, out);
        }
    }

    private static List<Point> alongAtoms(PropertyPredictor model, SyntheticMolecules family, int batch, int rounds) {
        List<Point> points = new ArrayList<>();
        for (int atoms : ATOMS) {
            points.add(new Point(atoms, median(model, of(family, atoms, batch), rounds) / batch));
        }
        return points;
    }

    private static void alongMolecules(PropertyPredictor model, int rounds, Path out) throws IOException {
        List<Point> points = new ArrayList<>();
        StringBuilder table = new StringBuilder("molecules,ms,ms_per_molecule\n");
        for (int molecules : MOLECULES) {
            Point point = new Point(molecules, median(model, of(SyntheticMolecules.PEPTIDES, TYPICAL, molecules), Math.min(3, rounds)));
            points.add(point);
            table.append(String.format(Locale.ROOT, "%d,%.2f,%.4f%n", molecules, point.milliseconds(), point.milliseconds() / molecules));
        }
        report("molecules", points);
        Files.writeString(out.resolve("molecules.csv"), table, StandardCharsets.UTF_8);
        draw(out, "molecules", LineChart.of("Time of a prediction over the number of molecules",
                "Peptides of " + TYPICAL + " atoms, from SMILES, width 128.", "molecules", "ms", List.of(line("peptides", points))));
    }

    private static List<String> of(SyntheticMolecules family, int atoms, int count) {
        Random random = new Random(atoms);
        List<String> smiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            smiles.add(family.of(atoms, random));
        }
        return smiles;
    }

    private static double median(PropertyPredictor model, List<String> smiles, int rounds) {
        return Timings.of(1, rounds, () -> model.predict(smiles)).quantile(0.5);
    }

    private static void report(String what, List<Point> points) {
        double[] x = points.stream().mapToDouble(p -> Math.log(p.count())).toArray();
        double[] y = points.stream().mapToDouble(p -> Math.log(p.milliseconds())).toArray();
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        System.out.printf(Locale.ROOT, "%s: %d to %d, %.3f to %.3f ms, exponent %.3f%n", what, first.count(), last.count(),
                first.milliseconds(), last.milliseconds(), slope(x, y));
    }

    /** {@return the slope of the line of least squares} */
    static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xy / xx;
    }

    private static Line line(String name, List<Point> points) {
        return Line.of(name, points.stream().mapToDouble(Point::count).toArray(), points.stream().mapToDouble(Point::milliseconds).toArray());
    }

    private static void draw(Path out, String name, LineChart chart) throws IOException {
        chart.picture().write(out.resolve(name + ".svg"));
        chart.picture().write(out.resolve(name + ".png"));
    }
}
