package dev.trivium.cli;

import dev.trivium.cli.data.DataCommand;
import dev.trivium.cli.demo.DemoCommand;
import dev.trivium.cli.forecast.ForecastCommand;
import dev.trivium.cli.impute.ImputeCommand;
import dev.trivium.cli.molecule.MoleculeCommand;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.replay.ReplayCommand;
import dev.trivium.cli.search.ParentWatch;
import dev.trivium.cli.terminal.Interruption;
import dev.trivium.cli.terminal.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code trivium} command; each subcommand is a class of its own. */
@Command(
        name = "trivium",
        header = "Scientific models on the JVM: forecasting, properties of molecules, filling gaps.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Trivium.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 100,
        optionListHeading = "%nOptions%n",
        commandListHeading = "%nCommands%n",
        subcommands = {DemoCommand.class, ForecastCommand.class, MoleculeCommand.class, ImputeCommand.class, ReplayCommand.class, DataCommand.class,
            DoctorCommand.class, SearchTrialCommand.class},
        footer = {"", "Start with", "  trivium demo", "  trivium COMMAND --help        examples for every command", "",
            "Exit codes: 0 done, 1 data or model refused, 2 usage, 3 audit, 130 cancelled."})
public final class Trivium implements Session.Holder {

    private final Session session;

    @Unrecorded
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    private Trivium(Session session) {
        this.session = session;
    }

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the words after {@code trivium}
     */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn into files
        ParentWatch.begin(Failures.CANCELLED);
        Interruption interruption = Interruption.ofProcess();
        Session session = Session.ofProcess(interruption);
        int code = forSession(session).execute(arguments);
        session.flush();
        interruption.workIsDone();
        System.exit(code);
    }

    /** {@return the parser, with everything set but the arguments} */
    static CommandLine forSession(Session session) {
        CommandLine line = new CommandLine(new Trivium(session));
        line.setOut(session.out()).setErr(session.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures(session);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setExecutionStrategy(failures);
        return line;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public CommandLine commandLine(Session other) {
        return forSession(other);
    }

    /** {@return whether stack traces are wanted} */
    static boolean debug(CommandSpec spec) {
        return spec.root().userObject() instanceof Trivium trivium && trivium.debug;
    }

    /** Takes the version from the manifest of our jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "trivium " + number(),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }

        static String number() {
            String version = Trivium.class.getPackage().getImplementationVersion();
            return version == null ? "(unpacked classes)" : version;
        }
    }
}
