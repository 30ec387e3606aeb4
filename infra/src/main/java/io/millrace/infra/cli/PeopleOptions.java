package io.millrace.infra.cli;

import io.millrace.api.people.PasswordCost;
import io.millrace.api.people.PeopleSettings;
import io.millrace.api.people.SessionKey;
import io.millrace.infra.config.Secret;
import io.millrace.infra.config.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How people prove who they are. Secrets come from files or from the environment: what stands on a command line is seen
 * by everybody on the machine.
 */
final class PeopleOptions {

    @Why("All instances must take each other's sessions, and sessions must outlive a restart.")
    @Option(
            names = "--session-key-file",
            description = "The key that sessions are signed with, Base64; or MILLRACE_SESSION_KEY"
                    + " (made up in the data folder).")
    private @Nullable Path sessionKeyFile;

    @Why("A working day; whoever loses a phone ends a session before.")
    @Option(names = "--session", defaultValue = "PT12H", description = "How long a session holds (${DEFAULT-VALUE}).")
    private Duration session = Duration.ofHours(12);

    @Why("As its authors advise: what it costs us once, it costs whoever guesses each time.")
    @Option(
            names = "--password-cost",
            defaultValue = "m=19456,t=2,p=1",
            description = "What checking a password costs, in KiB, turns and lanes (${DEFAULT-VALUE}).")
    private String cost = PasswordCost.DEFAULT.toString();

    @Why("Somebody has to give the first role.")
    @Option(names = "--admin", description = "Who may give roles to begin with; registered at the start if need be.")
    private @Nullable String admin;

    @Why("A password on a command line is seen by everybody on the machine.")
    @Option(names = "--admin-password-file", description = "The first admin's password; or MILLRACE_ADMIN_PASSWORD.")
    private @Nullable Path adminPasswordFile;

    PeopleSettings settings(final Path data) {
        final String key = Secret.SESSION_KEY.value();
        final Path file = sessionKeyFile == null ? data.resolve("session.key") : sessionKeyFile;
        final PeopleSettings settings = PeopleSettings.withKeyIn(file);
        return (key == null ? settings : settings.signedWith(SessionKey.of(key)))
                .with(PasswordCost.of(cost))
                .lasting(session)
                .with(first());
    }

    private PeopleSettings.@Nullable FirstAdmin first() {
        if (admin == null) {
            return null;
        }
        final String password =
                adminPasswordFile == null ? Secret.ADMIN_PASSWORD.value() : firstLine(adminPasswordFile);
        if (password == null) {
            throw new IllegalStateException("--admin needs a password: in " + Secret.ADMIN_PASSWORD.variable()
                    + ", or in --admin-password-file.");
        }
        return new PeopleSettings.FirstAdmin(admin, password);
    }

    private static String firstLine(final Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (final IOException e) {
            throw new UncheckedIOException("the admin's password can't be read from " + file, e);
        }
    }
}
