package io.millrace.infra.broker;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Makes a broker ask everybody who they are: clients by SCRAM, whose passwords it keeps as SCRAM keeps them, and itself
 * by a password that is made up at each start and leaves this process never. The node itself may do everything, and so
 * may {@link #ADMIN}, if there is one; all others may do what they are allowed.
 */
public final class Guard {

    /** Whoever looks after the broker. */
    public static final String ADMIN = "admin";

    private static final String NODE = "millrace-node";
    private static final String SCRAM = "SCRAM-SHA-512";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final int BYTES = 32;

    private final String password = secret();

    /** What the node itself signs in with, which is for those who set it up. */
    public Map<String, String> node() {
        return signingIn("PLAIN", module(PLAIN, NODE, password));
    }

    /** What a client says to sign in as that user. */
    public static Map<String, String> client(final String user, final String password) {
        return signingIn(SCRAM, module(SCRAM_MODULE, user, password));
    }

    /** Nobody guesses it. */
    public static String secret() {
        final byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Map<String, String> settings() {
        final String node = module(PLAIN, NODE, password).replace(";", " user_" + NODE + "=" + quoted(password) + ";");
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "listener.name.clients.sasl.enabled.mechanisms",
                SCRAM + ",PLAIN",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                SCRAM_MODULE + " required;",
                "listener.name.clients.plain.sasl.jaas.config",
                node,
                "listener.name.controller.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config",
                node,
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + NODE + ";User:" + ADMIN);
    }

    private static Map<String, String> signingIn(final String mechanism, final String jaas) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", mechanism, "sasl.jaas.config", jaas);
    }

    private static String module(final String module, final String user, final String password) {
        return module + " required username=" + quoted(user) + " password=" + quoted(password) + ";";
    }

    private static String quoted(final String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
