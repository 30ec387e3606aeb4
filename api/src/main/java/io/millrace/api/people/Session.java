package io.millrace.api.people;

import java.time.Instant;

/** That somebody signed in, and until when it holds. */
record Session(String id, String person, Instant expiresAt) {}
