package io.millrace.infra.cli;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.infra.acl.Acls;
import io.millrace.infra.acl.Users;
import io.millrace.infra.config.Secret;
import io.millrace.infra.config.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether our own Kafka asks everybody who they are, and whom it lets in. */
final class UsersOptions {

    /** The instance is these itself. */
    private static final List<String> OURS = List.of(Catalogue.FACADE, Catalogue.BACKBONE, Acls.REGISTRY);

    @Why("Whoever may write payments must not be able to write anything else, where Kafka is our own, too.")
    @Option(
            names = "--kafka-users-file",
            description =
                    "Our own Kafka asks everybody who they are, and lets these in; or MILLRACE_KAFKA_USERS (none).")
    private @Nullable Path file;

    boolean given() {
        return file != null || Secret.KAFKA_USERS.value() != null;
    }

    /** @throws IllegalStateException saying what is wrong with what was given, and no password of it */
    Users of(final List<Business> businesses) {
        final Set<String> roles = new TreeSet<>(Acls.roles(businesses));
        OURS.forEach(roles::remove);
        try {
            return Users.of(file == null ? String.valueOf(Secret.KAFKA_USERS.value()) : Files.readString(file), roles);
        } catch (final IOException | IllegalArgumentException e) {
            throw new IllegalStateException("--kafka-users-file: " + e.getMessage(), e);
        }
    }
}
