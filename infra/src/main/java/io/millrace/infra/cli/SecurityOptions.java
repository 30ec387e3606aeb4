package io.millrace.infra.cli;

import io.millrace.api.http.Protection;
import io.millrace.api.http.Tls;
import io.millrace.infra.config.Why;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether everybody may do everything, who may reach it, and what one of them may ask for. */
final class SecurityOptions {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Duration TO_ASK = Duration.ofSeconds(10);

    @Why("The first look must need no account; so nobody but this machine gets in.")
    @Option(names = "--open", description = "Let everybody on this machine do everything but bank (the default).")
    private boolean open;

    @Why("What others reach must know who asks.")
    @Option(names = "--secured", description = "Ask for a role at everything that is not for everybody.")
    private boolean secured;

    @Why("A browser lets no other site's page ask unless we say so.")
    @Option(
            names = "--allow-origin",
            split = ",",
            description = "Other sites whose pages may ask, such as https://shop.example (none).")
    private Set<String> origins = Set.of();

    @Why("Passwords and sessions go over the wire; where something in front encrypts, that is enough.")
    @Option(names = "--tls-cert", description = "Encrypt, with this certificate and its chain (PEM).")
    private @Nullable Path certificate;

    @Why("It goes with the certificate, and is changed with it while everything runs.")
    @Option(names = "--tls-key", description = "The key of --tls-cert (PEM, PKCS#8); both are read again on change.")
    private @Nullable Path key;

    @Why("One who asks without end must not take the others' turn.")
    @Option(
            names = "--rate",
            description = "Requests a second that one person or address may make, 0: any (--secured: 100; --open: 0).")
    private @Nullable Integer rate;

    @Why("Each live stream holds memory here for as long as it is open.")
    @Option(
            names = "--streams",
            description = "Live streams that one person or address may have (--secured: 20; --open: any).")
    private @Nullable Integer streams;

    @Why("Beyond it new ones wait, instead of taking the memory of those that are there.")
    @Option(names = "--connections", defaultValue = "10000", description = "Connections at once (${DEFAULT-VALUE}).")
    private int connections;

    boolean secured() {
        return secured;
    }

    void check(final String host, final boolean calledOn, final CommandLine line) {
        if (open && secured) {
            throw new ParameterException(line, "Either --open or --secured.");
        }
        if (!secured && !isHere(host)) {
            throw new ParameterException(
                    line,
                    "--host " + host + " without --secured would let everybody who reaches it do everything. Add"
                            + " --secured (and --admin, who gives the first roles), or leave out --host: then nobody but"
                            + " this machine gets in.");
        }
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(line, "--tls-cert and --tls-key go together.");
        }
        if (calledOn && certificate != null) {
            throw new ParameterException(
                    line,
                    "--tls-cert doesn't go with --advertise: instances call each other without it. Encrypt in front of"
                            + " them, and keep them on a network of their own.");
        }
        if (connections < 10 || rate != null && rate < 0 || streams != null && streams < 1) {
            throw new ParameterException(line, "--connections is at least 10, --rate 0, and --streams 1.");
        }
        origins.stream().filter(it -> !ORIGIN.matcher(it).matches()).findFirst().ifPresent(it -> {
            throw new ParameterException(line, "--allow-origin " + it + " is not of the form https://shop.example.");
        });
    }

    Protection protection() {
        final Protection all = Protection.NONE
                .from(origins)
                .connecting(connections, TO_ASK)
                .asking(
                        rate == null ? (secured ? 100 : 0) : rate,
                        streams == null ? (secured ? 20 : Integer.MAX_VALUE) : streams)
                .with(certificate == null || key == null ? null : new Tls(certificate, key));
        return secured ? all : all.answeringOnlyHere();
    }

    String scheme() {
        return certificate == null ? "http" : "https";
    }

    /** Whether nobody on another machine can reach that address. */
    static boolean isHere(final String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (final UnknownHostException e) {
            return false;
        }
    }
}
