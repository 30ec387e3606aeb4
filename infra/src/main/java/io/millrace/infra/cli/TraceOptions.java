package io.millrace.infra.cli;

import io.millrace.api.trace.TraceSettings;
import io.millrace.api.trace.Tracing;
import io.millrace.infra.config.Why;
import java.net.URI;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who is told what commands cause, and of how many. */
final class TraceOptions {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._/-]*)?");

    @Why("It costs nothing until somebody wants to know; then one setting is enough.")
    @Option(
            names = "--traces",
            defaultValue = "none",
            description = "Where traces go: none, log, or the address of a collector that takes OTLP over HTTP, such as"
                    + " http://collector:4318/v1/traces.")
    private String to = "none";

    @Why("A few in a hundred show what is slow; all of them show what happened to one order.")
    @Option(
            names = "--trace-share",
            defaultValue = "1",
            description = "Which share of the traces that begin here is kept, from 0 to 1 (${DEFAULT-VALUE}).")
    private double share = 1;

    /** @throws ParameterException in words, before anything is started */
    void check(final CommandLine line) {
        if (!to.equals("none") && !to.equals("log") && !ADDRESS.matcher(to).matches()) {
            throw new ParameterException(
                    line, "--traces takes none, log, or an address such as http://collector:4318/v1/traces.");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new ParameterException(line, "--trace-share is from 0 to 1.");
        }
    }

    Tracing tracing(final String instance) {
        return Tracing.of(new TraceSettings(to(), share), instance);
    }

    private TraceSettings.To to() {
        return switch (to) {
            case "none" -> new TraceSettings.To.Nobody();
            case "log" -> new TraceSettings.To.Log();
            default -> new TraceSettings.To.Collector(URI.create(to));
        };
    }
}
