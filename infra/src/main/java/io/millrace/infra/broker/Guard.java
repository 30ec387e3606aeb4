package io.millrace.infra.broker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who there is on a broker that asks, by name and password, kept as SCRAM keeps them. The first user may do everything;
 * all others may do what somebody has allowed them.
 */
public record Guard(String first, Map<String, String> passwords) {

    private static final String MECHANISM = "SCRAM-SHA-512";

    /** What a client says to sign in as that user. */
    public Map<String, String> client(final String user) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", MECHANISM, "sasl.jaas.config", jaas(user));
    }

    Map<String, String> settings() {
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                jaas(first),
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // the controller listens on loopback, and to this process alone
                "super.users",
                "User:" + first + ";User:ANONYMOUS");
    }

    /** As the log is formatted with them: on an old log, they are those that were there. */
    List<String> credentials() {
        return new TreeMap<>(passwords)
                .entrySet().stream()
                        .map(it -> MECHANISM + "=[name=" + it.getKey() + ",password=" + it.getValue() + "]")
                        .toList();
    }

    /** Passwords are shown nowhere. */
    @Override
    public String toString() {
        return "Guard[" + passwords.keySet() + "]";
    }

    private String jaas(final String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + passwords.get(user) + "\";";
    }
}
