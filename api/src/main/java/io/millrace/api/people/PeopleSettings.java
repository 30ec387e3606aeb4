package io.millrace.api.people;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How people prove who they are: what a password costs, how long a session holds, who is admin to
 * begin with, and whether everything asks for a role.
 */
public record PeopleSettings(
        PasswordCost cost,
        Duration session,
        SessionKeySource key,
        int queue,
        @Nullable FirstAdmin admin,
        boolean secured) {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int QUEUE = 32;

    /** Where the session key is. It is read when somebody needs it, and never shown. */
    @FunctionalInterface
    public interface SessionKeySource {
        byte[] key();
    }

    /** Somebody who may grant roles, made at the start if there is nobody of that name. */
    public record FirstAdmin(String id, String password) {

        /** Passwords are shown nowhere. */
        @Override
        public String toString() {
            return "FirstAdmin[" + id + "]";
        }
    }

    public static PeopleSettings withKeyIn(final Path file) {
        return new PeopleSettings(PasswordCost.DEFAULT, HALF_A_DAY, () -> SessionKey.in(file), QUEUE, null, false);
    }

    public PeopleSettings with(final PasswordCost another) {
        return new PeopleSettings(another, session, key, queue, admin, secured);
    }

    public PeopleSettings lasting(final Duration another) {
        return new PeopleSettings(cost, another, key, queue, admin, secured);
    }

    public PeopleSettings signedWith(final byte[] another) {
        final byte[] own = another.clone();
        return new PeopleSettings(cost, session, () -> own, queue, admin, secured);
    }

    public PeopleSettings with(final @Nullable FirstAdmin another) {
        return new PeopleSettings(cost, session, key, queue, another, secured);
    }

    /** The same, and nobody does anything without a role for it. */
    public PeopleSettings securing(final boolean everything) {
        return new PeopleSettings(cost, session, key, queue, admin, everything);
    }
}
