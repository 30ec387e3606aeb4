package io.millrace.infra.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nobody may see. It comes from the environment, or from a file whose name is a setting; never from a flag, which
 * everybody on the machine can read.
 */
public enum Secret {
    CLUSTER_SECRET("cluster-secret-file", "By it the instances of a cluster know each other."),
    SESSION_KEY("session-key-file", "Sessions are signed with it; all instances need the same."),
    ADMIN_PASSWORD("admin-password-file", "The first admin signs in with it."),
    KAFKA_USERS("kafka-users-file", "Lines `role = password`: who may sign in at our own Kafka, for that and no more.");

    private final String file;
    private final String does;

    Secret(final String file, final String does) {
        this.file = file;
        this.does = does;
    }

    /** The setting that names a file with it. */
    public String file() {
        return file;
    }

    public String does() {
        return does;
    }

    public String variable() {
        return "MILLRACE_" + name();
    }

    /** Null if the environment has none. */
    public @Nullable String value() {
        return value(System.getenv());
    }

    @Nullable
    String value(final Map<String, String> environment) {
        return environment.get(variable());
    }
}
