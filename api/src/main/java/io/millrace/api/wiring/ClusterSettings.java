package io.millrace.api.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.state.HostInfo;

/** Where the other instances find this one, and the secret by which they know each other. */
public record ClusterSettings(HostInfo advertised, byte[] secret) {

    /** How long an instance that stops goes on answering after it has said so: balancers look about once a second. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    private static final int SHORTEST_SECRET = 16;
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static ClusterSettings of(final String address, final String secret) {
        final Matcher form = ADDRESS.matcher(address);
        if (!form.matches() || Integer.parseInt(form.group(2)) > 65_535) {
            throw new IllegalArgumentException("\"" + address + "\" is not host:port.");
        }
        if (secret.strip().length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The cluster's secret must have at least " + SHORTEST_SECRET + " characters.");
        }
        return new ClusterSettings(
                new HostInfo(form.group(1), Integer.parseInt(form.group(2))),
                secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    public String address() {
        return advertised.host() + ":" + advertised.port();
    }
}
