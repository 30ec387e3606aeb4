package io.millrace.infra.cli;

import io.millrace.api.wiring.BackboneSettings;
import io.millrace.api.wiring.ClusterSettings;
import io.millrace.infra.config.Secret;
import io.millrace.infra.config.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an instance is told when it is one of several. */
final class ClusterOptions {

    private static final int COPIES = 1;
    private static final int SHARED = 4;
    private static final int MOST_PARTITIONS = 128;
    private static final int LONGEST_NAME = 60;

    @Why("Kafka gives a name that comes back its partitions back at once, instead of after a session has ended.")
    @Option(
            names = "--instance",
            description = "This instance's stable name, another for each (\"one\"; with --bootstrap: host and port).")
    private @Nullable String instance;

    @Why("Reads go to the instance that has the page; without it an instance is alone.")
    @Option(names = "--advertise", description = "Where other instances of the cluster find this one, as host:port.")
    private @Nullable String advertise;

    @Why("What another instance asks is answered without asking who is behind it, so it must be known.")
    @Option(
            names = "--cluster-secret-file",
            description =
                    "What all instances know and nobody else, at least 16 characters (or MILLRACE_CLUSTER_SECRET).")
    private @Nullable Path secretFile;

    @Why("A copy takes over in a second or two; making a store anew takes as long as its changelog is.")
    @Option(
            names = "--standbys",
            description = "Copies of every store at other instances (1 with --advertise, else 0).")
    private @Nullable Integer standbys;

    @Why("Each costs memory, files and requests, and keeps one thread busy: two are enough for one machine's cores,"
            + " and several instances share four.")
    @Option(
            names = "--partitions",
            description = "Into how many parts topics are divided when they are made (2; 4 with --bootstrap).")
    private @Nullable Integer partitions;

    /** Whether other instances call on this one. */
    boolean isCalledOn() {
        return advertise != null;
    }

    void check(final boolean joins, final CommandLine line) {
        if (advertise != null && !joins) {
            throw new ParameterException(line, "--advertise needs --bootstrap: an own Kafka has no second instance.");
        }
        if (standbys != null && standbys < 0) {
            throw new ParameterException(line, "--standbys can't be less than 0.");
        }
        if (partitions != null && (partitions < 1 || partitions > MOST_PARTITIONS)) {
            throw new ParameterException(line, "--partitions takes 1 to " + MOST_PARTITIONS + ".");
        }
        try {
            settings();
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(line, "--advertise: " + e.getMessage());
        }
    }

    /** Stable over restarts on the same machine. */
    String instance(final boolean joins, final int port) {
        if (instance != null) {
            return instance;
        }
        final String name = hostName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        return joins ? name.substring(0, Math.min(LONGEST_NAME, name.length())) + "-" + port : "one";
    }

    BackboneSettings join(final BackboneSettings alone, final boolean joins) {
        final ClusterSettings settings = settings();
        final int copies = standbys != null ? standbys : settings == null ? 0 : COPIES;
        final BackboneSettings shaped =
                joins ? alone.with(settings, copies).withPartitions(SHARED) : alone.withOwnBroker();
        return partitions == null ? shaped : shaped.withPartitions(partitions);
    }

    private @Nullable ClusterSettings settings() {
        if (advertise == null) {
            return null;
        }
        return ClusterSettings.of(advertise, secret());
    }

    private String secret() {
        if (secretFile == null) {
            final String secret = Secret.CLUSTER_SECRET.value();
            if (secret == null) {
                throw new IllegalArgumentException("it needs --cluster-secret-file, or "
                        + Secret.CLUSTER_SECRET.variable() + " in the environment.");
            }
            return secret;
        }
        try {
            return Files.readString(secretFile);
        } catch (final IOException e) {
            throw new IllegalArgumentException("the secret can't be read from " + secretFile + ".", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (final UnknownHostException e) {
            return "instance";
        }
    }
}
