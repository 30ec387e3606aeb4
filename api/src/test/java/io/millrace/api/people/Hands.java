package io.millrace.api.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose hands are moved by the test. */
final class Hands implements InstantSource {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void forward(final Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
