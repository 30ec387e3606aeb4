package io.millrace.infra.cli;

import io.millrace.infra.config.Secret;
import io.millrace.infra.fuzz.Fuzz;
import io.millrace.infra.fuzz.FuzzReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace fuzz}: requests that nobody should send, to this machine only; 1 if one of them was not borne. */
@Command(
        name = "fuzz",
        description =
                "Send requests made of the API's description, half of them broken, to an instance on this machine.",
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Where it listens (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--requests", defaultValue = "10000", description = "How many (${DEFAULT-VALUE}).")
    private int requests;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same requests (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--callers", defaultValue = "8", description = "How many send them at once (${DEFAULT-VALUE}).")
    private int callers;

    @Option(
            names = "--admin",
            description =
                    "Sign in as this admin, and as people it gives roles; its password is MILLRACE_ADMIN_PASSWORD.")
    private @Nullable String admin;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (requests < 1 || callers < 1 || callers > 256) {
            throw new ParameterException(spec.commandLine(), "--requests is at least 1, --callers from 1 to 256.");
        }
        final FuzzReport report = new Fuzz(port, callers, admin()).run(requests, seed);
        Terminal.say(report.text());
        return report.good() ? 0 : 1;
    }

    private Fuzz.@Nullable Admin admin() {
        if (admin == null) {
            return null;
        }
        final String password = Secret.ADMIN_PASSWORD.value();
        if (password == null) {
            throw new ParameterException(
                    spec.commandLine(), "--admin needs its password in " + Secret.ADMIN_PASSWORD.variable() + ".");
        }
        return new Fuzz.Admin(admin, password);
    }
}
