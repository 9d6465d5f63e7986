package dev.trivium.cli;

import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this installation has and whether it works. */
@Command(
        name = "doctor",
        header = "Check this installation: Java, memory, the native engine, GPU, caches.",
        footer = {"", "Exit code 1 if the engine cannot be used.", "", "Examples", "  trivium doctor", "  trivium doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Session session = Session.of(spec);
        Diagnosis diagnosis = Diagnosis.make(session);
        if (json) {
            Json.print(session, diagnosis.facts());
        } else {
            Report report = new Report();
            for (Map.Entry<String, Object> fact : diagnosis.facts().entrySet()) {
                report.row(fact.getKey(), String.valueOf(fact.getValue()));
            }
            report.toOut(session);
        }
        return diagnosis.healthy() ? 0 : Failures.REFUSED;
    }
}
