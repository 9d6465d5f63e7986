package dev.trivium.cli.fuzz;

import dev.trivium.cli.impute.EdgeFile;
import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.CsvReading;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRow;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Tables of series, molecules and graphs. */
final class Tables {

    private static final List<String> STAMPS = List.of("2020-01-01 00:00", "2020-01-01T00:10:00Z", "01.02.2020", "1/2/2020 3:04", "1577836800", "20200101", "NA",
            "NaN", "1,5", "1.5", "2020-03-29 02:30", "9999-12-31", "-1", "inf", "00:00");
    static final List<String> SMILES = List.of("CCO", "c1ccccc1Cl", "CC(=O)Oc1ccccc1C(=O)O", "C[C@H](N)C(=O)O", "F/C=C/F", "[Na+].[Cl-]", "C1CC2CCC1C2", "[13CH4]",
            "O=[N+]([O-])c1ccc(cc1)S(=O)(=O)N", "C%10CCCCC%10", "c1cc2ccccc2[nH]1", "[2H]C([2H])([2H])O", "CN1CCC[C@@H]1c2cccnc2", "B(O)O", "[SiH3]C", "P(=O)(O)O",
            "CC#N", "C12C3C4C1C5C2C3C45", "N[Pt](N)(Cl)Cl", "*CC", "c1ccc2c(c1)oc1ccccc12", "[Fe+2]", "CCCCCCCCCCCCCCCCCC(=O)O");
    private static final List<String> TOKENS = List.of("(", ")", "[", "]", "=", "#", "$", "%99", "1", "2", "@@", "@", "[H]", "[13CH4+]", "[Og]", "c1ccccc1", ".", "/", "\\", "*",
            ":", "~", "[nH]", "[O-]", "[N+]", "Cl", "Br", "b", "p", "se", "[se]", "[C@TH1]", "[Cu+99]", "[999C]", "C(C)(C)(C)(C)C", "n", "o", "s", "[CH9]", "[0C]", "->", ">>",
            "c1cccc1", "[C:12]", "((", "C=C=C=C", "F(F)F", "%(100)", "[C@@H]");

    private static final String MOLFILE = """
            ethanol
              by hand

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                1.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                1.5000    1.0000    0.0000 O   0  0  0  0  0  0  0  0  0  0  0  0
              1  2  1  0  0  0  0
              2  3  1  0  0  0  0
            M  CHG  1   3   0
            M  END
            >  <y>
            1.25

            $$$$
            """;
    private static final String V3000 = """
            three
              by hand

              0  0  0     0  0            999 V3000
            M  V30 BEGIN CTAB
            M  V30 COUNTS 2 1 0 0 0
            M  V30 BEGIN ATOM
            M  V30 1 C 0 0 0 0
            M  V30 2 O 1 0 0 0 CHG=-1
            M  V30 END ATOM
            M  V30 BEGIN BOND
            M  V30 1 1 1 2
            M  V30 END BOND
            M  V30 END CTAB
            M  END
            >  <y>
            3

            $$$$
            """;

    private Tables() {}

    static Format series() {
        String hourly = "date,load [kW],wind\n" + rows(24, "2020-01-01T%02d:00:00Z,%2$d.5,%3$d\n");
        String german = "Datum;p (mbar);b\n01.01.2020 00:00;1,5;2\n01.01.2020 00:10;2,5;NA\n01.01.2020 00:20;\"3,5\";4\n01.01.2020 00:30;4,5;\n";
        String units = "date\tx\ty\n" + rows(24, "2021-03-28 %02d:00\t%d\t-%d\n");
        String plain = "index,a,b\n1,2,3\n2,5,6\n3,8,9\n";
        String several = "time,id,v\n2020-01-01,n1,1\n2020-01-01,n2,2\n2020-01-02,n1,3\n2020-01-02,n2,4\n2020-01-04,n1,5\n2020-01-04,n2,\n";
        return new TextFormat("series CSV", ".csv", List.of(hourly, german, units, plain, several), ",;\t ", STAMPS, TextFormat::isTable, file -> {
            boolean ids = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("time,id,");
            CsvReading reading = CsvSeries.read(file, ids ? CsvOptions.defaults().withId("id") : CsvOptions.defaults());
            return () -> {
                String.valueOf(reading.notes() + reading.format().toString() + reading.series().time());
                return observed(reading.series().toArray());
            };
        });
    }

    private static String rows(int count, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format(java.util.Locale.ROOT, format, i, 10 + i % 7, 3 * i % 11));
        }
        return text.toString();
    }

    /** What is missing is NaN by contract. */
    private static double[] observed(double[] values) {
        return Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
    }

    static Format moleculeCsv(Path predictor) {
        StringBuilder text = new StringBuilder("name,smiles,y\n");
        for (int i = 0; i < SMILES.size(); i++) {
            text.append("m").append(i).append(',').append(SMILES.get(i)).append(',').append(0.5 * i).append('\n');
        }
        String tabs = "Y\tDrug\n1\tCCO\n0\tCCN\nnan\t\"CCC\"\n";
        return new TextFormat("molecule CSV", ".csv", List.of(text.toString(), tabs), ",\t", SMILES, TextFormat::isTable, file -> molecules(file, predictor, true));
    }

    static Format sdf(Path predictor) {
        return new TextFormat("SDF", ".sdf", List.of(MOLFILE + MOLFILE.replace("O   0", "N   0").replace("1.25", "2"), V3000 + MOLFILE), " ",
                List.of("C", "O", "R#", "99", "3", "0", "V2000", "V3000", "M  END", "$$$$", "CHG", "RAD", "ISO", "999"),
                text -> TextFormat.isText(text) && text.contains("M  END") && text.contains("$$$$") && text.matches("(?s).*V[23]000.*"),
                file -> molecules(file, predictor, true));
    }

    static Format smi(Path predictor) {
        return new TextFormat("SMI", ".smi", List.of(String.join("\n", SMILES) + "\n", "CCO ethanol\nCC\tethane\n\nC methane\n"), " \t", SMILES,
                TextFormat::isText, file -> molecules(file, predictor, false));
    }

    private static Format.Opened molecules(Path file, Path predictor, boolean labelled) throws IOException {
        TableOptions options = TableOptions.defaults();
        double[] labels = labelled ? observed(MoleculeFile.read(file, file.toString().endsWith(".csv") ? options : options.withTargets("y")).set().labels())
                : new double[0];
        StringBuilder smiles = new StringBuilder();
        try (MoleculeRows rows = MoleculeFile.open(file, options)) {
            for (Optional<MoleculeRow> row = rows.next(); row.isPresent() && smiles.length() < 2000; row = rows.next()) {
                smiles.append(row.get().smiles()).append('\n');
            }
        }
        return () -> DoubleStream.concat(DoubleStream.of(labels), DoubleStream.of(predictions(predictor, smiles.toString().lines().limit(4).toList()))).toArray();
    }

    private static double[] predictions(Path predictor, List<String> smiles) {
        try (PropertyPredictor model = PropertyPredictor.load(predictor, "cpu")) {
            return model.predict(smiles).stream().filter(p -> p.refusal().isEmpty()).flatMapToDouble(p -> DoubleStream.of(p.values())).toArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One SMILES in a file; through the parser, and through a forest that needs fingerprint and descriptors. */
    static Format smiles(Path predictor) {
        return new TextFormat("SMILES", "", SMILES, "()[]=#123.", TOKENS, Tables::looksLikeSmiles, file -> {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Parsed parsed = Molecule.parse(text, ParseSettings.standard());
            if (parsed instanceof Parsed.Refused refused) {
                if (refused.reason().isBlank() || refused.reason().contains("\n") || refused.reason().length() > 500) {
                    throw new IllegalStateException("reason must be one line, got " + refused.reason());
                }
                throw new IOException(file + ": " + refused.reason());
            }
            return () -> {
                ((Parsed.Ok) parsed).notes().forEach(String::valueOf);
                double[] values = predictions(predictor, List.of(text));
                return values;
            };
        });
    }

    private static boolean looksLikeSmiles(String text) {
        int round = 0;
        boolean square = false;
        for (char c : text.toCharArray()) {
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '[' && square || c == ']' && !square || round < 0 || c <= ' ' || c > '~') {
                return false;
            }
            square = c == '[' || square && c != ']';
        }
        return round == 0 && !square && !text.isEmpty();
    }

    static Format edges() {
        String text = "source,target,weight\na,b,0.5\nb,a,1\nb,c,0\nc,c,0.25\n";
        return new TextFormat("edge list", ".csv", List.of(text), ",", List.of("a", "b", "c", "source", "0.5", "1", "d"), TextFormat::isTable,
                file -> nodes("--adjacency", file, List.of("a", "b", "c")));
    }

    static Format places() {
        String geographic = "name,latitude,longitude\na,44.82,10.81\nb,44.83,10.82\nc,44.80,10.79\n";
        String flat = "node;x;y\na;0;0\nb;3;-4\nc;1;1\n";
        return new TextFormat("places", ".csv", List.of(geographic, flat, "a,37.36,-121.90\nb,37.37,-121.91\nc,37,-121\n"), ",;", List.of("a", "b", "90", "-180", "x", "lat"),
                TextFormat::isTable, file -> nodes("--places", file, List.of("a", "b", "c")));
    }

    private static Format.Opened nodes(String option, Path file, List<String> nodes) throws IOException {
        var weights = EdgeFile.read(option, file, nodes);
        return () -> {
            double[] all = new double[9];
            for (int i = 0; i < all.length; i++) {
                all[i] = weights.at(i / 3, i % 3);
            }
            return all;
        };
    }
}
