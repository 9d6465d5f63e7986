package dev.trivium.cli.option;

import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.FetchProgress;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.catalog.Catalog;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.catalog.MoleculeSets;
import dev.trivium.molecular.sample.MoleculeSample;
import dev.trivium.molecular.sample.MoleculeSamples;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeReading;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The molecules with labels that a command works on, and how they are divided. */
public final class MoleculeOptions {

    private static final Set<Class<?>> OF_DATA = Set.of(MoleculeOptions.class, MoleculeTableOption.class, DialectOption.class,
            CacheOptions.class, MoleculeCalibration.class);

    @Reads
    @Option(names = "--data", required = true, paramLabel = "FILE|NAME",
            description = "CSV, SDF or SMI file (plain, .gz, .zip), or a data set of the catalogue (trivium data list --domain molecules).")
    private String data = "";

    @Option(names = "--target", paramLabel = "COLUMN", split = ",", description = "Columns of the labels; a label may be missing.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private MoleculeTableOption table = new MoleculeTableOption();

    @Option(names = "--split", paramLabel = "SPLIT", converter = MoleculeSplitChoice.Converter.class,
            description = MoleculeSplitChoice.FORMS + " Default: given:1 where there is one, else random.")
    private @Nullable MoleculeSplitChoice split;

    @Option(names = "--shares", paramLabel = "SHARES", converter = SharesConverter.class,
            description = "Shares for training, validation and test; 0.8,0.1,0.1 by default.")
    private @Nullable Shares shares;

    @Option(names = "--split-seed", paramLabel = "N", description = "Of a split in which something is random; 1 by default.")
    private @Nullable Long splitSeed;

    @Reads
    @Option(names = "--validation", paramLabel = "FILE", description = "Validation molecules in a file of their own; --data has the others.")
    private @Nullable Path validation;

    @Reads
    @Option(names = "--test", paramLabel = "FILE", description = "Test molecules in a file of their own, with --validation.")
    private @Nullable Path test;

    @Option(names = "--allow-duplicates", description = "Allow a molecule in two parts of a split that the data give.")
    private boolean allowDuplicates;

    private boolean scored;

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public MoleculeOptions() {}

    /** As {@link #read}, for a score: a molecule in two parts is then a matter of the audit. */
    public MoleculeSource readToScore(Session session, List<String> tasks) throws IOException {
        scored = true;
        return read(session, tasks);
    }

    /** {@return these options as they were typed, for a command that reads the same data} */
    public String typed() {
        return TypedOptions.of(spec, OF_DATA);
    }

    /** {@return the seed of what is random in the split} */
    public long splitSeed() {
        return splitSeed == null ? 1 : splitSeed;
    }

    /**
     * Reads and divides the molecules.
     *
     * @param tasks the labels to read, where the command line names none; empty if it must
     * @throws IOException if a file cannot be had or read
     * @throws ParameterException if options do not go together
     */
    public MoleculeSource read(Session session, List<String> tasks) throws IOException {
        try {
            return noted(session, find(session, tasks));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replace("unless that is allowed", "unless --allow-duplicates is given"), e);
        }
    }

    /** Notes which molecules are in which part. */
    static MoleculeSource noted(Session session, MoleculeSource source) {
        MoleculeSplit split = source.split();
        session.trail().data(source.name() + ", train", split.train().set().sha256());
        session.trail().data(source.name() + ", validation", split.validation().set().sha256());
        session.trail().data(source.name() + ", test", split.test().set().sha256());
        split.calibration().ifPresent(apart -> session.trail().data(source.name() + ", calibration", apart.set().sha256()));
        session.trail().split("all", split.description() + ": " + split.train().set().size() + "/" + split.validation().set().size() + "/"
                + split.calibration().map(apart -> apart.set().size() + " calibration/").orElse("") + split.test().set().size() + " molecules");
        return source;
    }

    private MoleculeSource find(Session session, List<String> tasks) throws IOException {
        Path file = Path.of(data);
        if (Files.exists(file)) {
            session.trail().reads("--data", file);
            for (Path part : Stream.ofNullable(validation).toList()) {
                session.trail().reads("--validation", part);
            }
            for (Path part : Stream.ofNullable(test).toList()) {
                session.trail().reads("--test", part);
            }
            return file(file, targets.isEmpty() ? tasks : targets);
        }
        Optional<MoleculeSample> shipped = MoleculeSamples.all().stream().filter(sample -> sample.name().equalsIgnoreCase(data)).findFirst();
        if (shipped.isPresent()) {
            refuseFileOptions();
            return sample(shipped.get());
        }
        if (!Catalog.builtIn().contains(data)) {
            throw refused("--data: no such file, and " + CatalogName.unknown(data));
        }
        refuseFileOptions();
        return catalogue(session, MoleculeSets.get(data));
    }

    private void refuseFileOptions() {
        if (table.describesAFile() || !targets.isEmpty() || validation != null || test != null) {
            throw refused("--data " + data + " is read as the catalogue says: options on files and --target must be left out");
        }
    }

    private MoleculeSource sample(MoleculeSample sample) throws IOException {
        MoleculeSplitChoice choice = split == null ? MoleculeSplitChoice.RANDOM : split;
        requireNoColumn(choice, sample.name());
        if (choice.given() > 0) {
            throw refused("--split given:K must be left out: " + sample.name() + " has no published split");
        }
        return new MoleculeSource(sample.name(), divide(choice, sample.molecules(), Optional.empty()), Optional.empty(),
                Optional.of(sample.content().kind()), List.of());
    }

    private void requireNoColumn(MoleculeSplitChoice choice, String name) {
        if (choice.column().isPresent()) {
            throw refused("--split by a column must be used with a file, got the data set " + name);
        }
    }

    private MoleculeSource file(Path file, List<String> tasks) throws IOException {
        if (tasks.isEmpty()) {
            throw refused("--target must name the columns of the labels, got none; " + columns(file));
        }
        TableOptions options = table.options().withTargets(tasks);
        String name = String.valueOf(file.getFileName());
        if (validation != null || test != null) {
            return files(name, file, options);
        }
        MoleculeSplitChoice choice = split == null ? MoleculeSplitChoice.RANDOM : split;
        if (choice.given() > 0) {
            throw refused("--split given:K must be used with a data set of the catalogue, got the file " + file);
        }
        MoleculeReading reading = MoleculeFile.read(file, choice.column().map(options::withKeep).orElse(options));
        return new MoleculeSource(name, divide(choice, reading.set(), choice.column().map(reading::column)),
                Optional.of(reading.smilesColumn()), Optional.empty(), reading.notes());
    }

    private MoleculeSource files(String name, Path file, TableOptions options) throws IOException {
        if (validation == null || test == null || split != null || shares != null || splitSeed != null) {
            throw refused("--validation and --test must be given together, and without --split, --shares and --split-seed");
        }
        MoleculeReading[] parts = {MoleculeFile.read(file, options), MoleculeFile.read(validation, options), MoleculeFile.read(test, options)};
        return new MoleculeSource(name, MoleculeSplit.given(parts[0].set(), parts[1].set(), parts[2].set(), duplicates()),
                Optional.of(parts[0].smilesColumn()), Optional.empty(),
                Stream.of(parts).flatMap(part -> part.notes().stream()).distinct().toList());
    }

    private String columns(Path file) throws IOException {
        try (MoleculeRows rows = MoleculeFile.open(file, table.options())) {
            return file.getFileName() + " has " + String.join(", ", rows.columns());
        }
    }

    private MoleculeSource catalogue(Session session, MoleculeSets set) throws IOException {
        MoleculeSplitChoice choice = split != null ? split : set.splits() > 0
                ? new MoleculeSplitChoice(MoleculeSplitChoice.Rule.GIVEN, "1") : MoleculeSplitChoice.RANDOM;
        requireNoColumn(choice, set.toString());
        if (choice.given() > set.splits()) {
            throw refused("--split given:K must be " + (set.splits() == 0 ? "left out: " + set + " has no published split"
                    : "between given:1 and given:" + set.splits() + " for " + set) + ", got given:" + choice.given());
        }
        FetchProgress progress = new FetchProgress(session);
        MoleculeSplit divided = choice.given() > 0 ? published(set, choice.given(), progress)
                : divide(choice, set.read(cache.cache(), progress), Optional.empty());
        session.status().clear();
        for (Path file : set.cached(cache.cache())) {
            session.trail().readsFromCatalogue("--data", file);
        }
        return new MoleculeSource(set.toString(), divided, Optional.empty(), Optional.of(set.kind()), List.of());
    }

    private MoleculeSplit published(MoleculeSets set, int number, FetchProgress progress) throws IOException {
        refuseUnused("given:" + number, true, true);
        return set.split(number, cache.cache(), progress);
    }

    private MoleculeSplit divide(MoleculeSplitChoice choice, MoleculeSet set, Optional<List<String>> column) {
        Shares parts = shares == null ? Shares.standard() : shares;
        long seed = splitSeed();
        boolean random = choice.rule() == MoleculeSplitChoice.Rule.RANDOM || choice.rule() == MoleculeSplitChoice.Rule.SCAFFOLD_BALANCED;
        refuseUnused(choice.rule().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                choice.rule() == MoleculeSplitChoice.Rule.COLUMN, !random);
        return switch (choice.rule()) {
            case RANDOM -> MoleculeSplit.random(set, parts, seed);
            case SCAFFOLD -> MoleculeSplit.scaffold(set, parts);
            case SCAFFOLD_BALANCED -> MoleculeSplit.scaffoldBalanced(set, parts, seed);
            case TIME -> MoleculeSplit.time(set, column.orElseThrow(), parts, duplicates());
            case COLUMN -> MoleculeSplit.given(set, column.orElseThrow(), duplicates());
            case ROWS -> MoleculeSplit.rowOrder(set, parts, duplicates());
            case GIVEN -> throw new IllegalStateException("a published split is read, not made");
        };
    }

    /** Options that a split would ignore are refused. */
    private void refuseUnused(String rule, boolean noShares, boolean noSeed) {
        if (shares != null && noShares || splitSeed != null && noSeed) {
            throw refused((shares != null && noShares ? "--shares" : "--split-seed") + " must be left out: the split " + rule
                    + " does not depend on it");
        }
    }

    private Duplicates duplicates() {
        return allowDuplicates || scored ? Duplicates.ALLOW : Duplicates.REFUSE;
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
