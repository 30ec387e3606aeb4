package io.millrace.api.people;

import java.time.Duration;

/** Somebody guesses passwords: they are told to wait. */
final class TooManyAttemptsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttemptsException(final Duration wait) {
        super("Too many wrong passwords.", null, false, false);
        this.wait = wait;
    }

    /** In whole seconds, rounded up. */
    long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
